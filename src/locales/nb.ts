import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/nb/first.js';

registerLocale('nb', first, {
  later: () => import('../i18n/locales/nb/later.js'),
  'sign-in': () => import('../i18n/locales/nb/sign-in.js'),
  help: () => import('../i18n/locales/nb/help.js'),
  'step-up': () => import('../i18n/locales/nb/step-up.js'),
  codes: () => import('../i18n/locales/nb/codes.js'),
  app: () => import('../i18n/locales/nb/app.js'),
  passkey: () => import('../i18n/locales/nb/passkey.js'),
  'key-troubles': () => import('../i18n/locales/nb/key-troubles.js'),
  repair: () => import('../i18n/locales/nb/repair.js'),
  settings: () => import('../i18n/locales/nb/settings.js'),
});
