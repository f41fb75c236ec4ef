import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/es/fallback.js';
import { challenge } from '../i18n/locales/es/first.js';
import { shared } from '../i18n/locales/es/later.js';
import { backupCode } from '../i18n/locales/es/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
