import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/vi/first.js';

registerLocale('vi', first, {
  later: () => import('../i18n/locales/vi/later.js'),
  'sign-in': () => import('../i18n/locales/vi/sign-in.js'),
  help: () => import('../i18n/locales/vi/help.js'),
  'step-up': () => import('../i18n/locales/vi/step-up.js'),
  codes: () => import('../i18n/locales/vi/codes.js'),
  app: () => import('../i18n/locales/vi/app.js'),
  passkey: () => import('../i18n/locales/vi/passkey.js'),
  'key-troubles': () => import('../i18n/locales/vi/key-troubles.js'),
  repair: () => import('../i18n/locales/vi/repair.js'),
  settings: () => import('../i18n/locales/vi/settings.js'),
});
