import type { AuthContext } from 'better-auth';
import type { components } from '../../backends/rest/contract.js';
import { database } from './database.js';
import { addressesOf } from './destinations.js';
import { maskEmail } from './mask.js';
import type { DeskNotice } from './desk/notices.js';
import { oneLine } from './one-line.js';
import { settingsOf, type NoticeMessage } from './options.js';
import { traceOf } from './problem.js';
import { inTime, SEND_TIMEOUT } from './sending.js';

/** What a person, or who passes for them, did. */
export type What = Exclude<NoticeMessage['what'], DeskNotice>;

const WORDS: Readonly<Record<What, { subject: string; happened: string; ifNot: string }>> = {
  'backup-codes-confirmed': {
    subject: 'New backup codes for',
    happened: 'new backup codes were turned on for your account. Codes from before no longer work: destroy old copies.',
    ifNot: 'sign in, change your password, and make new backup codes',
  },
  'backup-codes-removed': {
    subject: 'Backup codes removed at',
    happened: 'the backup codes of your account were removed. None of them works any longer.',
    ifNot: 'sign in, change your password, and look at how your account is opened',
  },
  'backup-code-used': {
    subject: 'A backup code was used at',
    happened: 'a backup code was used to sign in to your account. It works no longer: cross it out.',
    ifNot: 'sign in, change your password, and make new backup codes',
  },
  'factor-added': {
    subject: 'New second factor for',
    happened: 'a new second factor was added to your account. It can be used to sign in from now on.',
    ifNot: 'sign in, change your password, and remove what you did not add',
  },
  'factor-removed': {
    subject: 'Second factor removed at',
    happened: 'a second factor of your account was removed. It no longer signs anybody in.',
    ifNot: 'sign in, change your password, and look at how your account is opened',
  },
  'app-replaced': {
    subject: 'New authenticator app for',
    happened: 'a new authenticator app took the place of the old one. Codes from the old app no longer work.',
    ifNot: 'use a backup code to sign in, change your password, and set up your own app again',
  },
  'linked-added': {
    subject: 'Sign-in linked at',
    happened: 'another account of yours was linked. In seven days it can be used to set up a new second factor.',
    ifNot: 'sign in, change your password, and remove the link',
  },
  'linked-removed': {
    subject: 'Sign-in unlinked at',
    happened: 'a link to another account of yours was removed. It no longer helps you back in.',
    ifNot: 'sign in, change your password, and look at how your account is opened',
  },
  'linked-used': {
    subject: 'New second factor begun at',
    happened: 'somebody signed in to your linked account to set up a new second factor here.',
    ifNot: 'change the password of both accounts',
  },
  'second-factor-failed': {
    subject: 'Somebody gave your password at',
    happened: 'somebody gave your password, and then no right second factor. They did not get in.',
    ifNot: 'change it',
  },
};

/** By whom it was done, for what isn't done inside a session. */
const BY: Partial<Record<What, string>> = {
  'backup-code-used': 'somebody who gave your password first',
  'linked-used': 'somebody who gave your password first',
  'second-factor-failed': 'somebody who is not signed in',
};

/** What it means if it was somebody else, where that is less than being in the account. */
const MEANS: Partial<Record<What, string>> = { 'second-factor-failed': 'somebody else knows your password' };

export const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

type NoticeParts = Pick<NoticeMessage, 'to' | 'service' | 'at'> & {
  readonly where?: string | null;
  readonly helpUrl: string | undefined;
};

/** Every kind of notice. */
export const NOTICES = Object.keys(WORDS) as readonly What[];

/** What happened, when, roughly where, and what to do if it was somebody else. Its only address is the fixed help page. */
export function noticeMessage(
  what: What,
  { to, service: name, at, where = null, helpUrl }: NoticeParts,
): NoticeMessage {
  const service = oneLine(name);
  const { subject, happened, ifNot } = WORDS[what];
  const help = helpUrl === undefined ? '' : ` Our help team: ${helpUrl}`;
  const from = where === null ? '' : ` It came from ${where}.`;
  const text = [
    `At ${service}, ${happened}`,
    `This was on ${WHEN.format(at)} UTC, by ${BY[what] ?? 'somebody who was signed in as you'}.${from}`,
    'If that was you, there is nothing more to do.',
    `If it was not you, ${MEANS[what] ?? 'somebody else is in your account'}: ${ifNot} at once.${help}`,
  ];
  return { what, channel: 'email', to, service, at, where, subject: `${subject} ${service}`, text: text.join('\n\n') };
}

/**
 * Tells a person at every address, outside of any transaction.
 *
 * @param more.patience how many milliseconds the person can be let wait, where that is shorter than the sender's own time
 * @param more.where roughly where it came from, see `whereOf`
 * @returns the addresses, masked, that a message was handed over for, and no other
 */
export async function tellPerson(
  context: AuthContext,
  userId: string,
  what: What,
  at: number,
  { patience, where = null }: { readonly patience?: number; readonly where?: string | null } = {},
): Promise<string[]> {
  return tellEverywhere(context, userId, (known) => noticeMessage(what, { ...known, at, where }), patience);
}

/** What the words of a message are made with. */
export type Known = Pick<NoticeMessage, 'to' | 'service'> & { readonly helpUrl: string | undefined };

/** As `tellPerson`, with words of one's own. */
export async function tellEverywhere(
  context: AuthContext,
  userId: string,
  write: (known: Known) => NoticeMessage,
  patience?: number,
): Promise<string[]> {
  const { notify, issuer: service = context.appName, helpUrl, deliver } = settingsOf(context);
  if (!notify) return [];
  const tell = async (to: string): Promise<string[]> => {
    try {
      await inTime(
        notify(write({ to, service, helpUrl })),
        Math.min(patience ?? Infinity, deliver.timeout ?? SEND_TIMEOUT),
      );
      return [maskEmail(to)];
    } catch (error) {
      context.logger.error('mfa-elements: a notice was not handed over.', traceOf(error));
      return [];
    }
  };
  const addresses = await addressesOf(context, await database(context), userId);
  return (await Promise.all(addresses.map(tell))).flat();
}

/** Who was told, as far as it is known: the process that was telling may have died. */
export const notifiedOf = ({ notified }: { notified: string | null }): components['schemas']['Notified'] =>
  notified === null ? 'unknown' : (JSON.parse(notified) as string[]);
