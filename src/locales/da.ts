import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/da/first.js';

registerLocale('da', first, {
  later: () => import('../i18n/locales/da/later.js'),
  'sign-in': () => import('../i18n/locales/da/sign-in.js'),
  help: () => import('../i18n/locales/da/help.js'),
  'step-up': () => import('../i18n/locales/da/step-up.js'),
  codes: () => import('../i18n/locales/da/codes.js'),
  app: () => import('../i18n/locales/da/app.js'),
  passkey: () => import('../i18n/locales/da/passkey.js'),
  'key-troubles': () => import('../i18n/locales/da/key-troubles.js'),
  repair: () => import('../i18n/locales/da/repair.js'),
  settings: () => import('../i18n/locales/da/settings.js'),
});
