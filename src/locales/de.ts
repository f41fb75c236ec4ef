import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/de/first.js';

registerLocale('de', first, {
  later: () => import('../i18n/locales/de/later.js'),
  'sign-in': () => import('../i18n/locales/de/sign-in.js'),
  help: () => import('../i18n/locales/de/help.js'),
  'step-up': () => import('../i18n/locales/de/step-up.js'),
  codes: () => import('../i18n/locales/de/codes.js'),
  app: () => import('../i18n/locales/de/app.js'),
  passkey: () => import('../i18n/locales/de/passkey.js'),
  'key-troubles': () => import('../i18n/locales/de/key-troubles.js'),
  repair: () => import('../i18n/locales/de/repair.js'),
  settings: () => import('../i18n/locales/de/settings.js'),
});
