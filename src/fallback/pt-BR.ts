import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/pt-BR/fallback.js';
import { challenge } from '../i18n/locales/pt-BR/first.js';
import { shared } from '../i18n/locales/pt-BR/later.js';
import { backupCode } from '../i18n/locales/pt-BR/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
