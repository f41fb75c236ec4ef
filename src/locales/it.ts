import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/it/first.js';

registerLocale('it', first, {
  later: () => import('../i18n/locales/it/later.js'),
  'sign-in': () => import('../i18n/locales/it/sign-in.js'),
  help: () => import('../i18n/locales/it/help.js'),
  'step-up': () => import('../i18n/locales/it/step-up.js'),
  codes: () => import('../i18n/locales/it/codes.js'),
  app: () => import('../i18n/locales/it/app.js'),
  passkey: () => import('../i18n/locales/it/passkey.js'),
  'key-troubles': () => import('../i18n/locales/it/key-troubles.js'),
  repair: () => import('../i18n/locales/it/repair.js'),
  settings: () => import('../i18n/locales/it/settings.js'),
});
