import { registerLocale } from '../i18n/interpreter.js';
import * as first from '../i18n/locales/pt-BR/first.js';

registerLocale('pt-BR', first, {
  later: () => import('../i18n/locales/pt-BR/later.js'),
  'sign-in': () => import('../i18n/locales/pt-BR/sign-in.js'),
  help: () => import('../i18n/locales/pt-BR/help.js'),
  'step-up': () => import('../i18n/locales/pt-BR/step-up.js'),
  codes: () => import('../i18n/locales/pt-BR/codes.js'),
  app: () => import('../i18n/locales/pt-BR/app.js'),
  passkey: () => import('../i18n/locales/pt-BR/passkey.js'),
  'key-troubles': () => import('../i18n/locales/pt-BR/key-troubles.js'),
  repair: () => import('../i18n/locales/pt-BR/repair.js'),
  settings: () => import('../i18n/locales/pt-BR/settings.js'),
});
