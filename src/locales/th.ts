import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/th/first.js';

registerLocale('th', first, {
  later: () => import('../i18n/locales/th/later.js'),
  'sign-in': () => import('../i18n/locales/th/sign-in.js'),
  help: () => import('../i18n/locales/th/help.js'),
  'step-up': () => import('../i18n/locales/th/step-up.js'),
  codes: () => import('../i18n/locales/th/codes.js'),
  app: () => import('../i18n/locales/th/app.js'),
  passkey: () => import('../i18n/locales/th/passkey.js'),
  'key-troubles': () => import('../i18n/locales/th/key-troubles.js'),
  repair: () => import('../i18n/locales/th/repair.js'),
  settings: () => import('../i18n/locales/th/settings.js'),
});
