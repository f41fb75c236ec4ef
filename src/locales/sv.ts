import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/sv/first.js';

registerLocale('sv', first, {
  later: () => import('../i18n/locales/sv/later.js'),
  'sign-in': () => import('../i18n/locales/sv/sign-in.js'),
  help: () => import('../i18n/locales/sv/help.js'),
  'step-up': () => import('../i18n/locales/sv/step-up.js'),
  codes: () => import('../i18n/locales/sv/codes.js'),
  app: () => import('../i18n/locales/sv/app.js'),
  passkey: () => import('../i18n/locales/sv/passkey.js'),
  'key-troubles': () => import('../i18n/locales/sv/key-troubles.js'),
  repair: () => import('../i18n/locales/sv/repair.js'),
  settings: () => import('../i18n/locales/sv/settings.js'),
});
