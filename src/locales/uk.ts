import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/uk/first.js';

registerLocale('uk', first, {
  later: () => import('../i18n/locales/uk/later.js'),
  'sign-in': () => import('../i18n/locales/uk/sign-in.js'),
  help: () => import('../i18n/locales/uk/help.js'),
  'step-up': () => import('../i18n/locales/uk/step-up.js'),
  codes: () => import('../i18n/locales/uk/codes.js'),
  app: () => import('../i18n/locales/uk/app.js'),
  passkey: () => import('../i18n/locales/uk/passkey.js'),
  'key-troubles': () => import('../i18n/locales/uk/key-troubles.js'),
  repair: () => import('../i18n/locales/uk/repair.js'),
  settings: () => import('../i18n/locales/uk/settings.js'),
});
