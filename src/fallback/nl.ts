import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/nl/fallback.js';
import { challenge } from '../i18n/locales/nl/first.js';
import { shared } from '../i18n/locales/nl/later.js';
import { backupCode } from '../i18n/locales/nl/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
