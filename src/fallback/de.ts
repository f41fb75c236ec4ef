import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/de/fallback.js';
import { challenge } from '../i18n/locales/de/first.js';
import { shared } from '../i18n/locales/de/later.js';
import { backupCode } from '../i18n/locales/de/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
