import type { AuthContext } from 'better-auth';
import { database } from './database.js';
import { addressesOf } from './destinations.js';
import { maskEmail } from './mask.js';
import { settingsOf, type NoticeMessage } from './options.js';
import { traceOf } from './problem.js';
import { inTime } from './sending.js';

type What = NoticeMessage['what'];

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
};

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });

/** What happened, when, and what to do if it was somebody else. Its only address is the fixed help page. */
export function noticeMessage(
  what: What,
  { to, service, at, helpUrl }: Pick<NoticeMessage, 'to' | 'service' | 'at'> & { readonly helpUrl: string | undefined },
): NoticeMessage {
  const { subject, happened, ifNot } = WORDS[what];
  const help = helpUrl === undefined ? '' : ` Our help team: ${helpUrl}`;
  const text = [
    `At ${service}, ${happened}`,
    `This was on ${WHEN.format(at)} UTC, by somebody who was signed in as you.`,
    'If that was you, there is nothing more to do.',
    `If it was not you, somebody else is in your account: ${ifNot} at once.${help}`,
  ];
  return { what, channel: 'email', to, service, at, subject: `${subject} ${service}`, text: text.join('\n\n') };
}

/**
 * Tells a person at every address, outside of any transaction.
 *
 * @returns the addresses, masked, that a message was handed over for, and no other
 */
export async function tellPerson(context: AuthContext, userId: string, what: What, at: number): Promise<string[]> {
  const { notify, issuer: service = context.appName, helpUrl, deliver } = settingsOf(context);
  if (!notify) return [];
  const tell = async (to: string): Promise<string[]> => {
    try {
      await inTime(notify(noticeMessage(what, { to, service, at, helpUrl })), deliver.timeout);
      return [maskEmail(to)];
    } catch (error) {
      context.logger.error('mfa-elements: a notice was not handed over.', traceOf(error));
      return [];
    }
  };
  const addresses = await addressesOf(context, await database(context), userId);
  return (await Promise.all(addresses.map(tell))).flat();
}
