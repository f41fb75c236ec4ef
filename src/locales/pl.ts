import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/pl/first.js';

registerLocale('pl', first, {
  later: () => import('../i18n/locales/pl/later.js'),
  'sign-in': () => import('../i18n/locales/pl/sign-in.js'),
  help: () => import('../i18n/locales/pl/help.js'),
  'step-up': () => import('../i18n/locales/pl/step-up.js'),
  codes: () => import('../i18n/locales/pl/codes.js'),
  app: () => import('../i18n/locales/pl/app.js'),
  passkey: () => import('../i18n/locales/pl/passkey.js'),
  'key-troubles': () => import('../i18n/locales/pl/key-troubles.js'),
  repair: () => import('../i18n/locales/pl/repair.js'),
  settings: () => import('../i18n/locales/pl/settings.js'),
});
