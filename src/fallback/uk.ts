import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/uk/fallback.js';
import { challenge } from '../i18n/locales/uk/first.js';
import { shared } from '../i18n/locales/uk/later.js';
import { backupCode } from '../i18n/locales/uk/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
