import { describe, expect, it } from 'vitest';
import type { CodesNews, CodesState } from '../../src/core/codes-state.js';
import type { ChallengeState, News, Trouble } from '../../src/core/machines/challenge.js';
import type { KeyNews, PasskeyEnrollmentState } from '../../src/core/passkey-enrollment.js';
import type { StepUpNews, StepUpState } from '../../src/core/machines/step-up.js';
import type { TotpNews, TotpState } from '../../src/core/totp-state.js';
import type { RepairState } from '../../src/core/repair-state.js';
import type { SettingsNews, SettingsState } from '../../src/core/settings-state.js';
import { STATES } from '../../src/testing/states/index.js';

type Status = ChallengeState['status'];

/** The compiler holds these to be all there are. */
const STATUSES: Readonly<Record<Status, true>> = {
  loading: true,
  failed: true,
  asking: true,
  sending: true,
  prompting: true,
  checking: true,
  settling: true,
  unsettled: true,
  passed: true,
  'signed-in': true,
  'sign-in': true,
  elsewhere: true,
  cancelling: true,
};

const NEWS: Readonly<Record<News, true>> = {
  restarted: true,
  'not-finished': true,
  'open-again': true,
  'sent-again': true,
  'sent-before': true,
};

/** Why a trouble can't be met in a challenge; `true`: it can. */
const TROUBLES: Readonly<Record<Trouble['code'], true | string>> = {
  typed: true,
  'not-spent': true,
  'maybe-spent': true,
  'wrong-code': true,
  'used-code': true,
  'too-many-attempts': true,
  'not-allowed': true,
  unreachable: true,
  server: true,
  'bad-response': true,
  offline: true,
  'delivered-code-expired': true,
  'passkey-refused': true,
  'outcome-unknown': true,
  'passkey-exists': 'of an enrollment',
  'invalid-name': 'of an enrollment',
  'challenge-over': 'ends the state that it meets',
  'signed-out': 'ends the state that it meets',
  'other-account': 'ends the state that it meets',
  'step-up-required': 'of a session',
  superseded: 'reads as any other refusal, and only a late request meets it',
  misconfigured: 'is a notice',
};

const CODES: Readonly<Record<CodesState['status'], true>> = {
  loading: true,
  failed: true,
  absent: true,
  overview: true,
  accepting: true,
  removal: true,
  proving: true,
  working: true,
  unshown: true,
  showing: true,
  confirming: true,
  'proving-over': true,
  unsure: true,
  leaving: true,
  replaced: true,
  revealed: true,
  done: true,
  'sign-in': true,
};

const CODES_NEWS: Readonly<Record<CodesNews, true>> = { proved: true, removed: true, left: true };

const STEP_UP: Readonly<Record<StepUpState['status'], true>> = {
  loading: true,
  failed: true,
  asking: true,
  sending: true,
  prompting: true,
  checking: true,
  settling: true,
  unsettled: true,
  redirect: true,
  'sign-in-again': true,
  'no-way': true,
  proved: true,
  'sign-in': true,
};

/** Why news can't be met in the list of step-up; `true`: it can. */
const STEP_UP_NEWS: Readonly<Record<StepUpNews, true | string>> = {
  'not-finished': true,
  'sent-again': 'reads as in the challenge, whose states show it',
  'sent-before': 'reads as in the challenge, whose states show it',
};

const KEY: Readonly<Record<PasskeyEnrollmentState['status'], true>> = {
  loading: true,
  impossible: true,
  asking: true,
  proving: true,
  prompting: true,
  registering: true,
  unsure: true,
  checking: true,
  exists: true,
  naming: true,
  renaming: true,
  added: true,
  'sign-in': true,
};

const KEY_NEWS: Readonly<Record<KeyNews, true>> = { 'not-finished': true, proved: true };

const TOTP: Readonly<Record<TotpState['status'], true>> = {
  loading: true,
  failed: true,
  ready: true,
  starting: true,
  proving: true,
  connecting: true,
  saving: true,
  typing: true,
  verifying: true,
  'proving-over': true,
  unsure: true,
  over: true,
  done: true,
  'sign-in': true,
};

const REPAIR: Readonly<Record<RepairState['status'], true>> = {
  in: true,
  choosing: true,
  adding: true,
  codes: true,
  retiring: true,
  'asking-which': true,
  proving: true,
  ending: true,
  done: true,
  left: true,
  'sign-in': true,
};

const SETTINGS: Readonly<Record<SettingsState['status'], true>> = {
  loading: true,
  failed: true,
  overview: true,
  renaming: true,
  removal: true,
  working: true,
  proving: true,
  adding: true,
  codes: true,
  activity: true,
  'sign-in': true,
};

const SETTINGS_NEWS: Readonly<Record<SettingsNews['what'], true>> = {
  proved: true,
  renamed: true,
  removed: true,
  'codes-off': true,
  'signed-out': true,
};

const TOTP_NEWS: Readonly<Record<TotpNews, true>> = {
  proved: true,
  copied: true,
  'copy-blocked': true,
  away: true,
  cancelled: true,
};

const ACCOUNT = [
  'mfa-backup-codes',
  'mfa-step-up',
  'mfa-passkey-enrollment',
  'mfa-totp-enrollment',
  'mfa-repair',
  'mfa-settings',
];
const IN_CHALLENGE = STATES.filter(({ tag }) => !ACCOUNT.includes(tag));
const statusesOf = (tag: string): unknown[] => STATES.filter((state) => state.tag === tag).map(({ status }) => status);
const newsOf = (tag: string): unknown[] => STATES.filter((state) => state.tag === tag).map(({ news }) => news);

describe('the list of states', () => {
  it('names each once', () => {
    const ids = STATES.map(({ id }) => id);
    expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  });

  it.each(Object.keys(STATUSES) as Status[])('shows the machine %s', (status) => {
    expect(IN_CHALLENGE.filter((state) => state.status === status).map(({ id }) => id)).not.toEqual([]);
  });

  it.each(Object.entries(TROUBLES).flatMap(([code, met]) => (met === true ? [code] : [])))(
    'shows the trouble %s',
    (code) => {
      expect(IN_CHALLENGE.filter(({ trouble }) => trouble === code).map(({ id }) => id)).not.toEqual([]);
    },
  );

  it.each(Object.keys(NEWS) as News[])('shows the news %s', (news) => {
    expect(IN_CHALLENGE.filter((state) => state.news === news).map(({ id }) => id)).not.toEqual([]);
  });

  it('shows no trouble that is said to be met nowhere', () => {
    expect(
      IN_CHALLENGE.filter(({ trouble }) => trouble && TROUBLES[trouble as Trouble['code']] !== true).map(
        ({ id }) => id,
      ),
    ).toEqual([]);
  });

  it.each([...Object.keys(CODES)])('shows backup codes %s', (status) => {
    expect(statusesOf('mfa-backup-codes')).toContain(status);
  });

  it.each([...Object.keys(CODES_NEWS)])('shows the news of backup codes %s', (news) => {
    expect(newsOf('mfa-backup-codes')).toContain(news);
  });

  it.each([...Object.keys(TOTP)])('shows an app %s', (status) => {
    expect(statusesOf('mfa-totp-enrollment')).toContain(status);
  });

  it.each([...Object.keys(TOTP_NEWS)])('shows the news of an app %s', (news) => {
    expect(newsOf('mfa-totp-enrollment')).toContain(news);
  });

  it.each([...Object.keys(STEP_UP)])('shows a step-up %s', (status) => {
    expect(statusesOf('mfa-step-up')).toContain(status);
  });

  it.each(Object.entries(STEP_UP_NEWS).flatMap(([news, met]) => (met === true ? [news] : [])))(
    'shows the news of a step-up %s',
    (news) => {
      expect(newsOf('mfa-step-up')).toContain(news);
    },
  );

  it.each(Object.keys(REPAIR))('shows repair %s', (status) => {
    expect(statusesOf('mfa-repair')).toContain(status);
  });

  it.each(Object.keys(SETTINGS))('shows the account page %s', (status) => {
    expect(statusesOf('mfa-settings')).toContain(status);
  });

  it.each(Object.keys(SETTINGS_NEWS))('shows the news of the account page %s', (news) => {
    expect(newsOf('mfa-settings')).toContain(news);
  });

  it.each([...Object.keys(KEY)])('shows the enrollment of a passkey %s', (status) => {
    expect(statusesOf('mfa-passkey-enrollment')).toContain(status);
  });

  it.each([...Object.keys(KEY_NEWS)])('shows the news of the enrollment of a passkey %s', (news) => {
    expect(newsOf('mfa-passkey-enrollment')).toContain(news);
  });
});
