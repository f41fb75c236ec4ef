import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/hi/fallback.js';
import { challenge } from '../i18n/locales/hi/first.js';
import { shared } from '../i18n/locales/hi/later.js';
import { backupCode } from '../i18n/locales/hi/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
