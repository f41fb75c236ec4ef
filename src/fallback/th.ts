import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/th/fallback.js';
import { challenge } from '../i18n/locales/th/first.js';
import { shared } from '../i18n/locales/th/later.js';
import { backupCode } from '../i18n/locales/th/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
