import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/ja/first.js';

registerLocale('ja', first, {
  later: () => import('../i18n/locales/ja/later.js'),
  'sign-in': () => import('../i18n/locales/ja/sign-in.js'),
  help: () => import('../i18n/locales/ja/help.js'),
  'step-up': () => import('../i18n/locales/ja/step-up.js'),
  codes: () => import('../i18n/locales/ja/codes.js'),
  app: () => import('../i18n/locales/ja/app.js'),
  passkey: () => import('../i18n/locales/ja/passkey.js'),
  'key-troubles': () => import('../i18n/locales/ja/key-troubles.js'),
  repair: () => import('../i18n/locales/ja/repair.js'),
  settings: () => import('../i18n/locales/ja/settings.js'),
});
