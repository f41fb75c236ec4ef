import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/da/fallback.js';
import { challenge } from '../i18n/locales/da/first.js';
import { shared } from '../i18n/locales/da/later.js';
import { backupCode } from '../i18n/locales/da/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
