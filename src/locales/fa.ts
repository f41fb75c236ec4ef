import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/fa/first.js';

registerLocale('fa', first, {
  later: () => import('../i18n/locales/fa/later.js'),
  'sign-in': () => import('../i18n/locales/fa/sign-in.js'),
  help: () => import('../i18n/locales/fa/help.js'),
  'step-up': () => import('../i18n/locales/fa/step-up.js'),
  codes: () => import('../i18n/locales/fa/codes.js'),
  app: () => import('../i18n/locales/fa/app.js'),
  passkey: () => import('../i18n/locales/fa/passkey.js'),
  'key-troubles': () => import('../i18n/locales/fa/key-troubles.js'),
  repair: () => import('../i18n/locales/fa/repair.js'),
  settings: () => import('../i18n/locales/fa/settings.js'),
});
