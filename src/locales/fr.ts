import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/fr/first.js';

registerLocale('fr', first, {
  later: () => import('../i18n/locales/fr/later.js'),
  'sign-in': () => import('../i18n/locales/fr/sign-in.js'),
  help: () => import('../i18n/locales/fr/help.js'),
  'step-up': () => import('../i18n/locales/fr/step-up.js'),
  codes: () => import('../i18n/locales/fr/codes.js'),
  app: () => import('../i18n/locales/fr/app.js'),
  passkey: () => import('../i18n/locales/fr/passkey.js'),
  'key-troubles': () => import('../i18n/locales/fr/key-troubles.js'),
  repair: () => import('../i18n/locales/fr/repair.js'),
  settings: () => import('../i18n/locales/fr/settings.js'),
});
