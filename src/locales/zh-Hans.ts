import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/zh-Hans/first.js';

registerLocale('zh-Hans', first, {
  later: () => import('../i18n/locales/zh-Hans/later.js'),
  'sign-in': () => import('../i18n/locales/zh-Hans/sign-in.js'),
  help: () => import('../i18n/locales/zh-Hans/help.js'),
  'step-up': () => import('../i18n/locales/zh-Hans/step-up.js'),
  codes: () => import('../i18n/locales/zh-Hans/codes.js'),
  app: () => import('../i18n/locales/zh-Hans/app.js'),
  passkey: () => import('../i18n/locales/zh-Hans/passkey.js'),
  'key-troubles': () => import('../i18n/locales/zh-Hans/key-troubles.js'),
  repair: () => import('../i18n/locales/zh-Hans/repair.js'),
  settings: () => import('../i18n/locales/zh-Hans/settings.js'),
});
