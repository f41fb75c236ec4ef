import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/ko/first.js';

registerLocale('ko', first, {
  later: () => import('../i18n/locales/ko/later.js'),
  'sign-in': () => import('../i18n/locales/ko/sign-in.js'),
  help: () => import('../i18n/locales/ko/help.js'),
  'step-up': () => import('../i18n/locales/ko/step-up.js'),
  codes: () => import('../i18n/locales/ko/codes.js'),
  app: () => import('../i18n/locales/ko/app.js'),
  passkey: () => import('../i18n/locales/ko/passkey.js'),
  'key-troubles': () => import('../i18n/locales/ko/key-troubles.js'),
  repair: () => import('../i18n/locales/ko/repair.js'),
  settings: () => import('../i18n/locales/ko/settings.js'),
});
