import type { CodeFormat } from './backup-code.js';
import { DEFAULT_POLICY, isPolicyValue, parsePolicy, type Policy } from './policy.js';

/** A configuration as the rules look at it. */
export interface CheckedConfig {
  readonly policy: Policy;
  /** Null where a policy alone was given. */
  readonly around: Around | null;
}

/** What stands beside the policy. An option that is left out is one that the server does not have. */
export interface Around {
  /** Channels by which codes are sent. */
  readonly sent: readonly ('email' | 'sms')[];
  /** Whether codes go to the account's own address too. */
  readonly ownMailbox: boolean;
  readonly linked: boolean;
  /** Whether a help team is named. */
  readonly help: boolean;
  readonly notifies: boolean;
  /** Whether nobody is in without as many factors as the policy says. */
  readonly asksAll: boolean;
  /** Null where no help desk resets anything. */
  readonly desk: Desk | null;
  readonly codeFormat: CodeFormat | null;
}

export interface Desk {
  /** How many hours a reset leaves for setting up a factor. */
  readonly deadlineHours: number;
  /** Whether the code that the help team reads out is asked for. */
  readonly enrollmentPass: boolean;
}

/** What was written and is not understood, by its path. */
export interface Misread {
  readonly path: string;
  readonly is: 'unknown' | 'bad';
}

type Fields = Readonly<Record<string, unknown>>;

/** The options of the reference server's plugin, and what another server says of itself. */
const OPTIONS = [
  ...['challengeUrl', 'continueUrl', 'passkeys', 'deliver', 'notify', 'helpUrl', 'trustDeviceDays', 'issuer'],
  ...['requireSecondFactor', 'policy', 'allow', 'limits', 'now', 'where', 'linked', 'assistance'],
  ...['backend', 'codeFormat'],
];

const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const fieldsOf = (value: unknown): Fields => (isObject(value) ? value : {});

/** Reads a policy, or options with a policy among them. Null for what is neither. */
export function readConfig(
  given: unknown,
  formats: Readonly<Record<string, CodeFormat>> = {},
): { readonly config: CheckedConfig; readonly misread: readonly Misread[] } | null {
  if (!isObject(given)) return null;
  const isAlone = !Object.keys(given).some((key) => OPTIONS.includes(key));
  const policy = isAlone ? given : given.policy;
  const misread = [
    ...misreadPolicy(policy, isAlone ? '' : 'policy.'),
    ...(isAlone ? [] : misreadOptions(given, formats)),
  ];
  return { config: { policy: parsePolicy(policy), around: isAlone ? null : aroundOf(given, formats) }, misread };
}

function misreadPolicy(policy: unknown, before: string): Misread[] {
  if (policy === undefined) return [];
  if (!isObject(policy)) return [{ path: 'policy', is: 'bad' }];
  return Object.entries(policy).flatMap(([key, value]): Misread[] => {
    if (!Object.hasOwn(DEFAULT_POLICY, key)) return [{ path: `${before}${key}`, is: 'unknown' }];
    return isPolicyValue(key as keyof Policy, value) ? [] : [{ path: `${before}${key}`, is: 'bad' }];
  });
}

function misreadOptions(options: Fields, formats: Readonly<Record<string, CodeFormat>>): Misread[] {
  const { backend } = options;
  const isNamed = backend === undefined || (typeof backend === 'string' && Object.hasOwn(formats, backend));
  const { deadlineHours = 0 } = fieldsOf(options.assistance);
  const bad = [
    ...(isNamed ? [] : ['backend']),
    ...(options.codeFormat === undefined || isCodeFormat(options.codeFormat) ? [] : ['codeFormat']),
    ...(typeof deadlineHours === 'number' ? [] : ['assistance.deadlineHours']),
  ];
  return [
    ...Object.keys(options).flatMap((path): Misread[] => (OPTIONS.includes(path) ? [] : [{ path, is: 'unknown' }])),
    ...bad.map((path): Misread => ({ path, is: 'bad' })),
  ];
}

function aroundOf(options: Fields, formats: Readonly<Record<string, CodeFormat>>): Around {
  const deliver = fieldsOf(options.deliver);
  const { backend, codeFormat } = options;
  const named = typeof backend === 'string' && Object.hasOwn(formats, backend) ? formats[backend] : undefined;
  return {
    sent: (['email', 'sms'] as const).filter((channel) => Boolean(deliver[channel])),
    ownMailbox: deliver.accountEmail !== false,
    linked: Boolean(options.linked),
    help: Boolean(options.helpUrl) || Boolean(options.assistance),
    notifies: Boolean(options.notify),
    asksAll: options.requireSecondFactor === true,
    desk: options.assistance ? deskOf(fieldsOf(options.assistance)) : null,
    codeFormat: isCodeFormat(codeFormat) ? codeFormat : (named ?? null),
  };
}

function isCodeFormat(value: unknown): value is CodeFormat {
  const { kind, alphabet = '', groups = [] } = fieldsOf(value);
  const isCounted = Array.isArray(groups) && groups.every((group) => Number.isInteger(group));
  return (kind === 'opaque' || kind === 'grouped') && typeof alphabet === 'string' && isCounted;
}

const deskOf = ({ deadlineHours, enrollmentPass }: Fields): Desk => ({
  deadlineHours: typeof deadlineHours === 'number' ? deadlineHours : 24,
  enrollmentPass: enrollmentPass !== false,
});
