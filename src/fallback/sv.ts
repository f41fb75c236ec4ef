import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/sv/fallback.js';
import { challenge } from '../i18n/locales/sv/first.js';
import { shared } from '../i18n/locales/sv/later.js';
import { backupCode } from '../i18n/locales/sv/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
