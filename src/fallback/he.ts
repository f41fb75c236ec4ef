import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/he/fallback.js';
import { challenge } from '../i18n/locales/he/first.js';
import { shared } from '../i18n/locales/he/later.js';
import { backupCode } from '../i18n/locales/he/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
