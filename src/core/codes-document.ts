import type { Instant } from './factor.js';

/** What stands on paper and in the file besides the words. */
export interface DocumentFacts {
  readonly service: string;
  /** The host name of the page. */
  readonly domain: string;
  /** Where new codes are made, from the page's origin on: `/account/security`. */
  readonly settings: string;
  /** Only masked is it written down: see `maskedAccount`. Null: nobody says. */
  readonly account: string | null;
  readonly made: Instant;
  readonly set: string;
  /** In the server's order and spelling. */
  readonly codes: readonly string[];
}

/** The words, in the page's language. */
export interface DocumentWords {
  readonly title: (service: string) => string;
  readonly made: (date: string) => string;
  readonly set: (id: string) => string;
  readonly use: string;
  readonly renew: (address: string) => string;
  readonly never: string;
  /** A date for people. */
  readonly date: (at: Instant) => string;
}

/** One document for paper, file and clipboard, so that they cannot differ. */
export interface CodesDocument {
  readonly title: string;
  /** Whose codes these are, and of when. */
  readonly about: readonly string[];
  /** Exact, one line each. */
  readonly codes: readonly string[];
  /** How they are used and replaced. */
  readonly notes: readonly string[];
}

export function codesDocument(facts: DocumentFacts, words: DocumentWords): CodesDocument {
  const { service, domain, settings, account, made, set, codes } = facts;
  return {
    title: words.title(service),
    about: [
      domain,
      ...(account === null ? [] : [maskedAccount(account)]),
      words.made(`${words.date(made)} (${isoDate(made)})`),
      words.set(set),
    ],
    codes,
    notes: [words.use, words.renew(domain + settings), words.never],
  };
}

/** As plain text: every code alone on its line. */
export function documentText({ title, about, codes, notes }: CodesDocument): string {
  return [title, ...about, '', ...codes, '', ...notes, ''].join('\n');
}

/** The name of the file: the service and the date, never the person. */
export function fileName(service: string, made: Instant): string {
  const name = service
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '');
  return `${name === '' ? '' : `${name}-`}backup-codes-${isoDate(made)}.txt`;
}

/** The day where the person is, as in the date beside it. */
function isoDate(at: Instant): string {
  const day = new Date(at);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(day.getFullYear())}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

const MASK = '•••';

/** Enough to tell one's own accounts apart, and no more. What is masked already stays as it is. */
export function maskedAccount(account: string): string {
  const text = account.trim();
  if (/[•*]{2}/.test(text)) return text;
  const at = text.lastIndexOf('@');
  const [first = ''] = text;
  return first + MASK + (at > 0 ? text.slice(at) : '');
}
