import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/ar/first.js';

registerLocale('ar', first, {
  later: () => import('../i18n/locales/ar/later.js'),
  'sign-in': () => import('../i18n/locales/ar/sign-in.js'),
  help: () => import('../i18n/locales/ar/help.js'),
  'step-up': () => import('../i18n/locales/ar/step-up.js'),
  codes: () => import('../i18n/locales/ar/codes.js'),
  app: () => import('../i18n/locales/ar/app.js'),
  passkey: () => import('../i18n/locales/ar/passkey.js'),
  'key-troubles': () => import('../i18n/locales/ar/key-troubles.js'),
  repair: () => import('../i18n/locales/ar/repair.js'),
  settings: () => import('../i18n/locales/ar/settings.js'),
});
