import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/es/first.js';

registerLocale('es', first, {
  later: () => import('../i18n/locales/es/later.js'),
  'sign-in': () => import('../i18n/locales/es/sign-in.js'),
  help: () => import('../i18n/locales/es/help.js'),
  'step-up': () => import('../i18n/locales/es/step-up.js'),
  codes: () => import('../i18n/locales/es/codes.js'),
  app: () => import('../i18n/locales/es/app.js'),
  passkey: () => import('../i18n/locales/es/passkey.js'),
  'key-troubles': () => import('../i18n/locales/es/key-troubles.js'),
  repair: () => import('../i18n/locales/es/repair.js'),
  settings: () => import('../i18n/locales/es/settings.js'),
});
