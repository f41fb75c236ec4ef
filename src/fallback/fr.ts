import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/fr/fallback.js';
import { challenge } from '../i18n/locales/fr/first.js';
import { shared } from '../i18n/locales/fr/later.js';
import { backupCode } from '../i18n/locales/fr/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
