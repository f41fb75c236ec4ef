import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/it/fallback.js';
import { challenge } from '../i18n/locales/it/first.js';
import { shared } from '../i18n/locales/it/later.js';
import { backupCode } from '../i18n/locales/it/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
