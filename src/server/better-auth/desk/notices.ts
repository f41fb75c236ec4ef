import type { AuthContext } from 'better-auth';
import { tellEverywhere, WHEN, type Known } from '../notice.js';
import { oneLine } from '../one-line.js';
import { settingsOf, type NoticeMessage } from '../options.js';

export type DeskNotice = Extract<
  NoticeMessage['what'],
  | 'help-asked'
  | 'help-opened'
  | 'factors-reset'
  | 'temporary-codes-made'
  | 'temporary-password-set'
  | 'suspended'
  | 'reset-followed-up'
>;

interface Words {
  readonly subject: string;
  readonly happened: string;
  /** What there is to do for who knows of it. */
  readonly ifSo: string;
}

const WORDS: Readonly<Record<DeskNotice, Words>> = {
  'help-asked': {
    subject: 'Help was asked for at',
    happened: 'somebody who gave your password asked our help team to let them into your account.',
    ifSo: 'If that was you, there is nothing more to do.',
  },
  'help-opened': {
    subject: 'Help was asked for at',
    happened: 'our help team opened a request to let somebody into your account, after they were called.',
    ifSo: 'If you called, there is nothing more to do.',
  },
  'factors-reset': {
    subject: 'Second factor reset at',
    happened:
      'our help team removed every second factor and backup code of your account, after a request. You are signed out everywhere.',
    ifSo: 'If you asked for this, sign in within a day and set up a new second factor.',
  },
  'temporary-codes-made': {
    subject: 'Temporary codes for',
    happened:
      'our help team made temporary backup codes for your account, after a request. Your own codes no longer work.',
    ifSo: 'If you asked for this, sign in within a day by one of them, and set up a new second factor.',
  },
  'temporary-password-set': {
    subject: 'Temporary password for',
    happened: 'our help team set a temporary password for your account, after a request. Your own no longer works.',
    ifSo: 'If you asked for this, sign in within a day by the temporary one, and change it.',
  },
  suspended: {
    subject: 'Your account is closed for now at',
    happened: 'your account was closed for now. Nobody can sign in to it, and everybody is signed out.',
    ifSo: 'Please call our help team. A person checks who you are and opens it again.',
  },
  'reset-followed-up': {
    subject: 'New second factor for',
    happened:
      'a new second factor was set up for your account, after our help team had removed the old one. Who did what is written down.',
    ifSo: 'If that was you, save your backup codes this time: in a password manager, or on paper.',
  },
};

interface Facts {
  readonly at: number;
  /** Roughly where the person is who did it; null: an agent did, or nobody knows. */
  readonly where?: string | null;
  /** What the link stops it by. */
  readonly freezeUrl?: string;
  readonly contact?: string;
}

/** What the help team had a hand in. Its only addresses are the fixed help page and the link that stops it; never a code. */
export function deskNotice(what: DeskNotice, { to, service: name, helpUrl }: Known, facts: Facts): NoticeMessage {
  const { subject, happened, ifSo } = WORDS[what];
  const service = oneLine(name);
  const { at, where = null, freezeUrl, contact } = facts;
  const help = [contact, helpUrl].filter(Boolean).join(', ');
  const text = [
    `At ${service}, ${happened}`,
    `This was on ${WHEN.format(at)} UTC.${where === null ? '' : ` It came from ${where}.`}`,
    ifSo,
    ...(freezeUrl === undefined ? [] : [`If it was not you, stop it and lock your account: ${freezeUrl}`]),
    ...(help === '' ? [] : [`Our help team: ${help}`]),
  ];
  return { what, channel: 'email', to, service, at, where, subject: `${subject} ${service}`, text: text.join('\n\n') };
}

/** Tells the owner at every address, outside of any transaction; gives the masked ones. */
export function tellOfDesk(
  context: AuthContext,
  userId: string,
  what: DeskNotice,
  { at, where, freezeToken, patience }: Pick<Facts, 'at' | 'where'> & { freezeToken?: string; patience?: number },
): Promise<string[]> {
  const { assistance } = settingsOf(context);
  const facts: Facts = {
    ...{ at, where: where ?? null },
    // Behind the `#`, where no log of a server sees it.
    ...(freezeToken !== undefined && assistance && { freezeUrl: `${assistance.freezeUrl}#${freezeToken}` }),
    ...(assistance?.contact !== undefined && { contact: assistance.contact }),
  };
  return tellEverywhere(context, userId, (known) => deskNotice(what, known, facts), patience);
}
