import type { Instant, Known } from '../../core/factor.js';
import { list, members, string, unreadable, type Reader } from '../narrow.js';

/** A message of a form. Its text is English and may change; `id` and `context` are what Kratos promises. */
export interface Message {
  readonly id: number;
  readonly isError: boolean;
  readonly context: Readonly<Record<string, unknown>>;
}

/** One field, button or text of a form. `name` stands in `attributes.id` where it is no input. */
export interface UiNode {
  readonly group: string;
  readonly name: string;
  readonly value: unknown;
  readonly disabled: boolean;
  readonly label: Message | undefined;
  readonly text: Message | undefined;
  readonly messages: readonly Message[];
}

/**
 * A flow as it was read. It may hold secrets (codes, an app's key), so it lives no longer than the function that reads it; what is
 * kept of one is its id and its token.
 */
export interface Flow {
  readonly id: string;
  readonly issuedAt: Known<Instant>;
  readonly expiresAt: Known<Instant>;
  readonly changedAt: Known<Instant>;
  readonly state: string;
  readonly traits: Readonly<Record<string, unknown>>;
  readonly nodes: readonly UiNode[];
  readonly messages: readonly Message[];
}

/** A time of Kratos; it says "never" as the year 1. */
export function instantOf(value: unknown): Known<Instant> {
  const at = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return at > 0 ? at : 'unknown';
}

const record = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};

export function messageOf(value: unknown): Message | undefined {
  const { id, type, context } = record(value);
  return typeof id === 'number' ? { id, isError: type === 'error', context: record(context) } : undefined;
}

/** Those that can be read. A list that is not there is an empty one. */
export const messagesOf = (value: unknown): readonly Message[] =>
  (Array.isArray(value) ? value : []).map(messageOf).filter((one) => one !== undefined);

/** Undefined for what we don't know: it is left out. */
function nodeOf(value: unknown): UiNode | undefined {
  const { group, attributes, messages, meta } = record(value);
  const { name, id, value: given, disabled, text } = record(attributes);
  const called = name ?? id;
  if (typeof group !== 'string' || typeof called !== 'string') return undefined;
  return {
    group,
    name: called,
    value: given,
    disabled: disabled === true,
    label: messageOf(record(meta).label),
    text: messageOf(text),
    messages: messagesOf(messages),
  };
}

export const isFlow = (value: unknown): boolean => 'ui' in record(value);

export const flow: Reader<Flow> = (value) => {
  const { id, issued_at, expires_at, updated_at, state, identity, ui } = members(value);
  const { nodes, messages } = members(ui);
  return {
    id: string(id) || unreadable(),
    issuedAt: instantOf(issued_at),
    expiresAt: instantOf(expires_at),
    changedAt: instantOf(updated_at),
    state: typeof state === 'string' ? state : '',
    traits: record(record(identity).traits),
    nodes: list(nodeOf)(nodes).filter((one) => one !== undefined),
    messages: messagesOf(messages),
  };
};

/** Every error of a form, wherever it stands, and the name of the field that it stands at. */
export const errorsOf = ({ nodes, messages }: Flow): readonly (Message & { readonly at?: string })[] =>
  [...messages, ...nodes.flatMap(({ name, messages: own }) => own.map((one) => ({ ...one, at: name })))].filter(
    ({ isError }) => isError,
  );
