import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/cs/fallback.js';
import { challenge } from '../i18n/locales/cs/first.js';
import { shared } from '../i18n/locales/cs/later.js';
import { backupCode } from '../i18n/locales/cs/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
