import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/vi/fallback.js';
import { challenge } from '../i18n/locales/vi/first.js';
import { shared } from '../i18n/locales/vi/later.js';
import { backupCode } from '../i18n/locales/vi/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
