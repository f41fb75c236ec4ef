import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/id/fallback.js';
import { challenge } from '../i18n/locales/id/first.js';
import { shared } from '../i18n/locales/id/later.js';
import { backupCode } from '../i18n/locales/id/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
