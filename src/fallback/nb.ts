import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/nb/fallback.js';
import { challenge } from '../i18n/locales/nb/first.js';
import { shared } from '../i18n/locales/nb/later.js';
import { backupCode } from '../i18n/locales/nb/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
