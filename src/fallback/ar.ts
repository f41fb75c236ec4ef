import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/ar/fallback.js';
import { challenge } from '../i18n/locales/ar/first.js';
import { shared } from '../i18n/locales/ar/later.js';
import { backupCode } from '../i18n/locales/ar/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
