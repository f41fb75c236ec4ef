import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/tr/fallback.js';
import { challenge } from '../i18n/locales/tr/first.js';
import { shared } from '../i18n/locales/tr/later.js';
import { backupCode } from '../i18n/locales/tr/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
