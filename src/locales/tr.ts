import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/tr/first.js';

registerLocale('tr', first, {
  later: () => import('../i18n/locales/tr/later.js'),
  'sign-in': () => import('../i18n/locales/tr/sign-in.js'),
  help: () => import('../i18n/locales/tr/help.js'),
  'step-up': () => import('../i18n/locales/tr/step-up.js'),
  codes: () => import('../i18n/locales/tr/codes.js'),
  app: () => import('../i18n/locales/tr/app.js'),
  passkey: () => import('../i18n/locales/tr/passkey.js'),
  'key-troubles': () => import('../i18n/locales/tr/key-troubles.js'),
  repair: () => import('../i18n/locales/tr/repair.js'),
  settings: () => import('../i18n/locales/tr/settings.js'),
});
