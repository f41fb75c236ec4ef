import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/cs/first.js';

registerLocale('cs', first, {
  later: () => import('../i18n/locales/cs/later.js'),
  'sign-in': () => import('../i18n/locales/cs/sign-in.js'),
  help: () => import('../i18n/locales/cs/help.js'),
  'step-up': () => import('../i18n/locales/cs/step-up.js'),
  codes: () => import('../i18n/locales/cs/codes.js'),
  app: () => import('../i18n/locales/cs/app.js'),
  passkey: () => import('../i18n/locales/cs/passkey.js'),
  'key-troubles': () => import('../i18n/locales/cs/key-troubles.js'),
  repair: () => import('../i18n/locales/cs/repair.js'),
  settings: () => import('../i18n/locales/cs/settings.js'),
});
