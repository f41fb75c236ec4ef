import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/fi/first.js';

registerLocale('fi', first, {
  later: () => import('../i18n/locales/fi/later.js'),
  'sign-in': () => import('../i18n/locales/fi/sign-in.js'),
  help: () => import('../i18n/locales/fi/help.js'),
  'step-up': () => import('../i18n/locales/fi/step-up.js'),
  codes: () => import('../i18n/locales/fi/codes.js'),
  app: () => import('../i18n/locales/fi/app.js'),
  passkey: () => import('../i18n/locales/fi/passkey.js'),
  'key-troubles': () => import('../i18n/locales/fi/key-troubles.js'),
  repair: () => import('../i18n/locales/fi/repair.js'),
  settings: () => import('../i18n/locales/fi/settings.js'),
});
