import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/zh-Hant/fallback.js';
import { challenge } from '../i18n/locales/zh-Hant/first.js';
import { shared } from '../i18n/locales/zh-Hant/later.js';
import { backupCode } from '../i18n/locales/zh-Hant/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
