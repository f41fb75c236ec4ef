import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/nl/first.js';

registerLocale('nl', first, {
  later: () => import('../i18n/locales/nl/later.js'),
  'sign-in': () => import('../i18n/locales/nl/sign-in.js'),
  help: () => import('../i18n/locales/nl/help.js'),
  'step-up': () => import('../i18n/locales/nl/step-up.js'),
  codes: () => import('../i18n/locales/nl/codes.js'),
  app: () => import('../i18n/locales/nl/app.js'),
  passkey: () => import('../i18n/locales/nl/passkey.js'),
  'key-troubles': () => import('../i18n/locales/nl/key-troubles.js'),
  repair: () => import('../i18n/locales/nl/repair.js'),
  settings: () => import('../i18n/locales/nl/settings.js'),
});
