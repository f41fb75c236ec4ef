import { AUTH } from '../backend.js';

export interface CaseLine {
  readonly number: string;
  readonly state: string;
  readonly openedAt: number;
  readonly account: string;
}

type Instant = number | 'unknown';

/** What the server tells an agent about a case. */
export interface CaseFacts extends CaseLine {
  readonly subject: string;
  readonly isYou: boolean;
  readonly isColleague: boolean;
  readonly approvals: readonly string[];
  readonly codesLeft: number;
  readonly factors: readonly { readonly kind: string; readonly name: string; readonly added: Instant }[];
  readonly phonesOnFile: readonly { readonly to: string; readonly since: Instant }[];
  readonly failedSignIns: readonly { readonly at: number }[];
  readonly changes: readonly { readonly what: string; readonly at: number }[];
  readonly otherCases: readonly { readonly number: string; readonly state: string; readonly openedAt: number }[];
  readonly stands: { readonly status: string; readonly why?: string } | null;
  readonly log: readonly LogLine[];
}

export interface LogLine {
  readonly at: number;
  readonly event: string;
  readonly actor: string;
  readonly role: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** What the server refused, in words for an agent. */
export class Refusal extends Error {
  constructor(
    words: string,
    readonly code: string | undefined,
    readonly status: number,
  ) {
    super(words);
  }
}

/** No answer came that can be read: what was sent may have happened. */
export class Lost extends Error {}

async function ask(path: string, init: RequestInit): Promise<unknown> {
  const { response, body } = await exchange(path, init).catch((error: unknown) => {
    throw new Lost('No answer came.', { cause: error });
  });
  if (response.status >= 500) throw new Lost('The server broke down.');
  if (response.ok) return body;
  const { title = 'Something went wrong.', code } = (body ?? {}) as { title?: string; code?: string };
  throw new Refusal(title, code, response.status);
}

async function exchange(path: string, init: RequestInit): Promise<{ response: Response; body: unknown }> {
  const response = await fetch(`${AUTH}${path}`, init);
  const text = await response.text();
  return { response, body: text === '' ? null : JSON.parse(text) };
}

export const read = (path: string): Promise<unknown> => ask(path, { headers: { 'X-MFA': '1' } });

export const write = (path: string, body: object): Promise<unknown> =>
  ask(path, {
    method: 'POST',
    headers: { 'X-MFA': '1', 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
