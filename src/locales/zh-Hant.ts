import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/zh-Hant/first.js';

registerLocale('zh-Hant', first, {
  later: () => import('../i18n/locales/zh-Hant/later.js'),
  'sign-in': () => import('../i18n/locales/zh-Hant/sign-in.js'),
  help: () => import('../i18n/locales/zh-Hant/help.js'),
  'step-up': () => import('../i18n/locales/zh-Hant/step-up.js'),
  codes: () => import('../i18n/locales/zh-Hant/codes.js'),
  app: () => import('../i18n/locales/zh-Hant/app.js'),
  passkey: () => import('../i18n/locales/zh-Hant/passkey.js'),
  'key-troubles': () => import('../i18n/locales/zh-Hant/key-troubles.js'),
  repair: () => import('../i18n/locales/zh-Hant/repair.js'),
  settings: () => import('../i18n/locales/zh-Hant/settings.js'),
});
