/** The plain form that an element holds until its script is there, as HTML for a page that a server renders. Needs no page. */
import { formFault } from './core/form-fault.js';
import { backupCode } from './i18n/messages/backup-code.js';
import { challenge as appCode } from './i18n/messages/challenge.js';
import { fallback } from './i18n/messages/fallback.js';
import { shared } from './i18n/messages/shared.js';
import type { WordsOf } from './i18n/words.js';

export { FORM_FAULTS, type FormFault } from './core/form-fault.js';

/** What the form says. `mfa-elements/fallback/<tag>` exports them as `words` in each language besides English. */
export interface FallbackWords {
  readonly challenge: Pick<WordsOf<'challenge'>, 'label' | 'submit' | 'lost'>;
  readonly backupCode: Pick<WordsOf<'backupCode'>, 'label' | 'submit' | 'cantFind'>;
  readonly fallback: WordsOf<'fallback'>;
  readonly shared: Pick<WordsOf<'shared'>, 'errorPrefix'>;
}

export interface FallbackOptions {
  /** The element. Default: `mfa-sign-in`. */
  readonly tag?: 'mfa-sign-in' | 'mfa-challenge';
  /**
   * The element's attributes. `true` stands for one without a value; what is `false`, `null` or `undefined` is left out.
   * `base-url` also says where the form goes: to `/challenge/form` below it.
   */
  readonly attributes?: Readonly<Record<string, string | boolean | null | undefined>>;
  /** `mfa` of the page's own query, as it stands there; what is no word of the contract says nothing. */
  readonly fault?: string | null | undefined;
  /** The challenge as your server knows it (`GET /challenge` of the contract), so that the element need not ask for it. */
  readonly challenge?: unknown;
  /** The words, in the language of the page. Default: English. */
  readonly words?: FallbackWords;
}

const ENGLISH: FallbackWords = {
  challenge: appCode(),
  backupCode: backupCode(),
  fallback: fallback(),
  shared: shared(),
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);

const NAME = /^[a-z][a-z0-9-]*$/;

/** @throws {TypeError} for a name that no attribute of an element has: it would end the tag */
function attribute([name, value]: readonly [string, string | boolean | null | undefined]): string {
  if (!NAME.test(name)) throw new TypeError(`"${name}" is no name of an attribute.`);
  if (value === true) return ` ${name}`;
  return typeof value === 'string' ? ` ${name}="${escape(value)}"` : '';
}

/** JSON inside a script element: `<` would end it, in whichever text it stands. */
const inlineJson = (value: unknown): string =>
  `  <script type="application/json">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>\n`;

const field = (label: string, name: string, more: string): string =>
  `<label>${escape(label)} <input name="${name}" ${more} spellcheck="false"></label>`;

const APP_CODE = 'autocomplete="one-time-code" inputmode="numeric" dir="ltr"';
const BACKUP_CODE = 'autocomplete="off" autocapitalize="none" translate="no" dir="ltr"';

/**
 * The element with its plain form: people can type before the script is there, and get in where it never comes. What they typed, the
 * caret and the focus are kept when the element takes the form's place.
 *
 * Every value is escaped. The form posts to your own server and names no code: it is the same for everybody, so it may be cached,
 * except with `fault` or `challenge`.
 *
 * ```ts
 * import { renderFallback } from 'mfa-elements/fallback';
 *
 * const html = renderFallback({
 *   attributes: { backend: 'rest', service: 'Fjord Bank', 'sign-in-url': '/login', 'help-url': '/help' },
 *   fault: new URL(request.url).searchParams.get('mfa'),
 * });
 * ```
 *
 * @returns HTML, to be written into the page as it is
 * @throws {TypeError} for a key of `attributes` that is no attribute's name
 */
export function renderFallback({
  tag = 'mfa-sign-in',
  attributes = {},
  fault,
  challenge,
  words = ENGLISH,
}: FallbackOptions = {}): string {
  const base = attributes['base-url'];
  const action = `${typeof base === 'string' ? base.replace(/\/$/, '') : '/api/auth/mfa'}/challenge/form`;
  const opening = `<form method="post" action="${escape(action)}">`;
  const known = formFault(fault);
  const alert = known
    ? `\n    <p role="alert">${escape(`${words.shared.errorPrefix} ${words.fallback.faults[known]}`)}</p>`
    : '';
  const help = attributes['help-url'];
  const link =
    typeof help === 'string' ? `\n    <p><a href="${escape(help)}">${escape(words.backupCode.cantFind)}</a></p>` : '';
  return `<${tag}${Object.entries(attributes).map(attribute).join('')}>
  ${opening}${alert}
    <p>${field(words.challenge.label, 'totp', APP_CODE)}</p>
    <p><button>${escape(words.challenge.submit)}</button></p>
  </form>
  <details>
    <summary>${escape(words.challenge.lost)}</summary>
    ${opening}
      <p>${field(words.backupCode.label, 'backup-code', BACKUP_CODE)}</p>
      <p><button>${escape(words.backupCode.submit)}</button></p>
    </form>${link}
  </details>
${challenge === undefined ? '' : inlineJson(challenge)}</${tag}>`;
}
