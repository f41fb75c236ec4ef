import type { CodeFormat } from './backup-code.js';
import { readConfig, type CheckedConfig, type Misread } from './checked-config.js';
import type { OfferKind } from './factor.js';

/** What is wrong with a configuration, in four short sentences. */
export interface Finding {
  readonly level: 'error' | 'warning';
  /** The name of the rule, for who wants to look for one. */
  readonly rule: string;
  readonly what: string;
  readonly why: string;
  readonly mend: string;
}

interface Rule extends Omit<Finding, 'what'> {
  /** What is wrong, or null. */
  readonly found: (config: CheckedConfig) => string | null;
}

const ENOUGH_BITS = 60;
const LONGEST_DEADLINE = 24;

/** How many random bits a code of this format holds, or null where nobody says. */
export function bitsOf(format: CodeFormat): number | null {
  const length = (format.groups ?? []).reduce((sum, group) => sum + group, 0);
  const letters = new Set(format.alphabet ?? '').size;
  return format.kind === 'opaque' || length === 0 || letters === 0 ? null : length * Math.log2(letters);
}

const isOffered = ({ policy }: CheckedConfig, kind: OfferKind): boolean => !policy.hide.includes(kind);

const hasCodes = (config: CheckedConfig): boolean =>
  config.policy.backupCodes && config.policy.selfRecovery && isOffered(config, 'backup-code');

/** Channels of the codes that are sent, or nothing where they may not be. */
const sent = (config: CheckedConfig): readonly string[] =>
  isOffered(config, 'delivered-code') ? (config.around?.sent ?? []) : [];

const isByEmailAlone = (config: CheckedConfig): boolean => sent(config).join() === 'email';

/** How many factors a person has to have, besides codes. */
const factorsWanted = ({ policy }: CheckedConfig): number => policy.minFactors - (policy.codesCount ? 1 : 0);

/** The ways back that a person has without the help team, but for a code by e-mail. */
function waysBack(config: CheckedConfig): string[] {
  const { around } = config;
  const isAsked = factorsWanted(config) >= 2 && around?.asksAll !== false;
  return [
    ...(isAsked ? ['a second factor'] : []),
    ...(hasCodes(config) ? ['backup codes'] : []),
    ...(sent(config).includes('sms') ? ['a code by text'] : []),
    ...(around?.linked && config.policy.selfRecovery && isOffered(config, 'federated') ? ['a linked sign-in'] : []),
  ];
}

const RULES: readonly Rule[] = [
  {
    level: 'error',
    rule: 'no-way-back',
    found: (config) => {
      const isLeft = waysBack(config).length > 0 || isByEmailAlone(config) || config.around?.help === true;
      return !config.policy.selfRecovery || isLeft ? null : 'Who loses the second factor has no way back.';
    },
    why: 'Recovery is not forbidden, so people count on it, and an account is lost without anybody having said so.',
    mend: 'Allow backup codes, ask for two factors, or name a help page (helpUrl). Or forbid it: selfRecovery: false.',
  },
  {
    level: 'error',
    rule: 'email-only-way-back',
    found: (config) =>
      config.policy.selfRecovery && isByEmailAlone(config) && waysBack(config).length === 0
        ? 'A code by e-mail is the only way back.'
        : null,
    why: 'The mailbox often opens the password too: who reads it then needs nothing else (ASVS 6.3.6).',
    mend: 'Allow backup codes, or ask for two factors (minFactors: 2, requireSecondFactor: true).',
  },
  {
    level: 'error',
    rule: 'email-only-factor',
    found: (config) =>
      !isOffered(config, 'totp') && !isOffered(config, 'passkey') && isByEmailAlone(config)
        ? 'A code by e-mail is the only second factor.'
        : null,
    why: 'A mailbox is no second factor: it is often open on the device that knows the password (ASVS 6.3.6).',
    mend: "Take 'totp' or 'passkey' out of policy.hide.",
  },
  {
    level: 'error',
    rule: 'nothing-offered',
    found: (config) =>
      !isOffered(config, 'totp') && !isOffered(config, 'passkey') && config.around && sent(config).length === 0
        ? 'No second factor is offered at all.'
        : null,
    why: 'Apps and passkeys are hidden, and no code is sent: nobody can set one up, or get in.',
    mend: "Take 'totp' or 'passkey' out of policy.hide.",
  },
  {
    level: 'error',
    rule: 'reveal',
    found: ({ policy }) => (policy.reveal ? 'Backup codes can be shown again.' : null),
    why: 'The server then has to keep them readable, and who reads its database, or a screen, has them.',
    mend: 'Set policy.reveal to false, and let people make new codes.',
  },
  {
    level: 'error',
    rule: 'long-deadline',
    found: ({ around }) => {
      const hours = around?.desk?.deadlineHours ?? 0;
      return hours > 0 && hours <= LONGEST_DEADLINE ? null : around?.desk ? `A reset may wait ${hours} hours.` : null;
    },
    why: 'Until a new factor is there, the password alone stands before the account.',
    mend: `Set assistance.deadlineHours to ${LONGEST_DEADLINE} or less.`,
  },
  {
    level: 'error',
    rule: 'no-enrollment-pass',
    found: ({ around }) => (around?.desk?.enrollmentPass === false ? 'A reset asks for no enrollment pass.' : null),
    why: 'Whoever knows the password, and waits for the reset, sets up their own factor first.',
    mend: 'Take assistance.enrollmentPass: false out.',
  },
  {
    level: 'warning',
    rule: 'weak-codes',
    found: (config) => {
      const bits = config.around?.codeFormat ? bitsOf(config.around.codeFormat) : null;
      const isAlone = waysBack(config).join() === 'backup codes' && sent(config).length === 0;
      if (bits === null || bits >= ENOUGH_BITS || !isAlone) return null;
      return `A backup code has ${Math.floor(bits)} random bits, and the list is the only way back.`;
    },
    why: 'The shorter a code, the sooner it is found by trying, above all in a copy of the database.',
    mend: 'Make codes longer, or ask for two factors (minFactors: 2).',
  },
  {
    level: 'warning',
    rule: 'one-factor-no-recovery',
    found: (config) =>
      !config.policy.selfRecovery && !(factorsWanted(config) >= 2 && config.around?.asksAll !== false)
        ? 'Recovery is forbidden, and one factor is enough.'
        : null,
    why: 'A phone that breaks loses the account and what is in it.',
    mend: 'Ask for two factors (minFactors: 2, requireSecondFactor: true), and say so when the first is set up.',
  },
  {
    level: 'warning',
    rule: 'factors-not-asked',
    found: ({ policy, around }) =>
      policy.minFactors > 1 && around && !around.asksAll
        ? `The policy wants ${policy.minFactors} factors, and nobody is asked for them.`
        : null,
    why: 'Most people stop at the first.',
    mend: 'Set requireSecondFactor: true.',
  },
  {
    level: 'warning',
    rule: 'own-mailbox',
    found: (config) =>
      sent(config).includes('email') && config.around?.ownMailbox
        ? "Codes go to the account's own address, which may open the password too."
        : null,
    why: 'Where a password can be reset by e-mail, who reads the mailbox needs nothing else.',
    mend: 'Set deliver.accountEmail to false.',
  },
  {
    level: 'warning',
    rule: 'nobody-is-told',
    found: ({ around }) => (around && !around.notifies ? 'Nobody is told when codes or factors change.' : null),
    why: 'A person learns of a stranger in the account from the stranger only.',
    mend: 'Give a sender of notices (notify).',
  },
];

function misreadFinding({ path, is }: Misread): Finding {
  const isBad = is === 'bad';
  return {
    level: isBad ? 'error' : 'warning',
    rule: isBad ? 'bad-value' : 'unknown-key',
    what: isBad ? `"${path}" has a value that is none.` : `"${path}" is no option.`,
    why: isBad
      ? 'The screens take the default instead, and the server may not.'
      : 'It is left out, and what was meant is not so.',
    mend: isBad ? 'See the table of the guide on the policy.' : 'Correct its spelling, or take it out.',
  };
}

/**
 * What is wrong with a policy, or with the options around one: what could not be read first, then by the order of the rules.
 *
 * @param formats how the servers that can be named write their codes
 * @returns null for what is no configuration at all
 */
export function checkConfig(
  given: unknown,
  formats: Readonly<Record<string, CodeFormat>> = {},
): readonly Finding[] | null {
  const read = readConfig(given, formats);
  if (!read) return null;
  const findings = RULES.flatMap(({ found, ...rule }): Finding[] => {
    const what = found(read.config);
    return what === null ? [] : [{ ...rule, what }];
  });
  return [...read.misread.map(misreadFinding), ...findings];
}
