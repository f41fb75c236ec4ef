import type { FallbackWords } from '../fallback.js';
import { fallback } from '../i18n/locales/zh-Hans/fallback.js';
import { challenge } from '../i18n/locales/zh-Hans/first.js';
import { shared } from '../i18n/locales/zh-Hans/later.js';
import { backupCode } from '../i18n/locales/zh-Hans/sign-in.js';

/** What `renderFallback` says in this language. */
export const words: FallbackWords = { challenge, backupCode, fallback, shared };
