import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/ko/fallback.js';
import { challenge } from '../i18n/locales/ko/first.js';
import { shared } from '../i18n/locales/ko/later.js';
import { backupCode } from '../i18n/locales/ko/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
