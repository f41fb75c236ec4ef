import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/hi/first.js';

registerLocale('hi', first, {
  later: () => import('../i18n/locales/hi/later.js'),
  'sign-in': () => import('../i18n/locales/hi/sign-in.js'),
  help: () => import('../i18n/locales/hi/help.js'),
  'step-up': () => import('../i18n/locales/hi/step-up.js'),
  codes: () => import('../i18n/locales/hi/codes.js'),
  app: () => import('../i18n/locales/hi/app.js'),
  passkey: () => import('../i18n/locales/hi/passkey.js'),
  'key-troubles': () => import('../i18n/locales/hi/key-troubles.js'),
  repair: () => import('../i18n/locales/hi/repair.js'),
  settings: () => import('../i18n/locales/hi/settings.js'),
});
