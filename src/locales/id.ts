import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/id/first.js';

registerLocale('id', first, {
  later: () => import('../i18n/locales/id/later.js'),
  'sign-in': () => import('../i18n/locales/id/sign-in.js'),
  help: () => import('../i18n/locales/id/help.js'),
  'step-up': () => import('../i18n/locales/id/step-up.js'),
  codes: () => import('../i18n/locales/id/codes.js'),
  app: () => import('../i18n/locales/id/app.js'),
  passkey: () => import('../i18n/locales/id/passkey.js'),
  'key-troubles': () => import('../i18n/locales/id/key-troubles.js'),
  repair: () => import('../i18n/locales/id/repair.js'),
  settings: () => import('../i18n/locales/id/settings.js'),
});
