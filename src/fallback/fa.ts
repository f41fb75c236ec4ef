import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/fa/fallback.js';
import { challenge } from '../i18n/locales/fa/first.js';
import { shared } from '../i18n/locales/fa/later.js';
import { backupCode } from '../i18n/locales/fa/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
