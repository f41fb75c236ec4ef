import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/ja/fallback.js';
import { challenge } from '../i18n/locales/ja/first.js';
import { shared } from '../i18n/locales/ja/later.js';
import { backupCode } from '../i18n/locales/ja/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
