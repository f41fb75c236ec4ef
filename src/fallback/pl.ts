import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/pl/fallback.js';
import { challenge } from '../i18n/locales/pl/first.js';
import { shared } from '../i18n/locales/pl/later.js';
import { backupCode } from '../i18n/locales/pl/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
