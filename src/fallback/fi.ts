import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/fi/fallback.js';
import { challenge } from '../i18n/locales/fi/first.js';
import { shared } from '../i18n/locales/fi/later.js';
import { backupCode } from '../i18n/locales/fi/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
