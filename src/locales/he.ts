import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/he/first.js';

registerLocale('he', first, {
  later: () => import('../i18n/locales/he/later.js'),
  'sign-in': () => import('../i18n/locales/he/sign-in.js'),
  help: () => import('../i18n/locales/he/help.js'),
  'step-up': () => import('../i18n/locales/he/step-up.js'),
  codes: () => import('../i18n/locales/he/codes.js'),
  app: () => import('../i18n/locales/he/app.js'),
  passkey: () => import('../i18n/locales/he/passkey.js'),
  'key-troubles': () => import('../i18n/locales/he/key-troubles.js'),
  repair: () => import('../i18n/locales/he/repair.js'),
  settings: () => import('../i18n/locales/he/settings.js'),
});
