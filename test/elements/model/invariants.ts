import { findCanary } from '../../../src/testing/index.js';
import type { AccountView } from '../../../src/testing/index.js';
import type { Heard, Tab } from './tab.js';
import type { World } from './world.js';

/** What went wrong, by the name of what must never be. */
export class Broken extends Error {
  constructor(invariant: Invariant, what: string, world: World) {
    super(`${INVARIANTS[invariant]}: ${what}\n    on screen: ${world.tab.states.join(' > ')}`);
    this.name = invariant;
  }
}

export const INVARIANTS = {
  once: 'A secret is sent at most once per gesture',
  burnt: 'At most one backup code is spent per sign-in',
  active: 'No code counts as active without the server’s yes',
  old: 'The old set is never lost before the new one is confirmed',
  stranded: 'No action leaves an account with neither a factor nor an unused code',
  stuck: 'Every state has an enabled way on',
  secrets: 'Nothing secret outlives its state',
  focus: 'Focus is never lost',
  events: 'Events fire once per transition and carry no secret',
} as const;
export type Invariant = keyof typeof INVARIANTS;

type Check = (world: World) => string | null | Promise<string | null>;

const CHECKS: Readonly<Record<Invariant, Check>> = {
  once: ({ wrong }) => wrong.find((one) => one.startsWith('once: ')) ?? null,
  active: ({ wrong }) => wrong.find((one) => one.startsWith('active: ')) ?? null,
  events: ({ wrong }) => wrong.find((one) => one.startsWith('events: ')) ?? null,

  burnt({ server, signIns, sent, spentAtFirst }) {
    const spent = spentIn(server.account) - spentAtFirst;
    const asked = sent.filter(({ path, kind }) => path === '/step-up/proofs' && kind === 'backup-code').length;
    return spent > signIns + asked ? `${spent} codes in ${signIns} sign-ins and ${asked} proofs` : null;
  },

  old({ before, server: { account }, sent, sentBefore, shownBefore }) {
    const old = before.codeSets.find(({ state }) => state === 'on');
    if (!old) return null;
    const now = account.codeSets.find(({ state }) => state === 'on');
    if (now?.id === old.id) return null;
    if (!now) {
      const asked = sent.some(({ path }, at) => at >= sentBefore - EARLIER && path === '/backup-codes/remove');
      return asked ? null : 'the set is gone, and nobody turned it off';
    }
    const asked = sent.some(({ path }) => path === `/backup-codes/sets/${now.id}/confirm`);
    if (!asked) return 'another set is on, and nobody confirmed it';
    return shownBefore.has(now.id) ? null : 'a set is on that nobody had seen';
  },

  stranded({ before, server: { account } }) {
    const isStranded = account.factors.length === 0 && account.codesLeft === 0;
    const wasStranded = before.factors.length === 0 && before.codesLeft === 0;
    // Who has nothing but codes spends the last one to get in, and repairs.
    const isSpent = spentIn(account) > spentIn(before) && account.codeSets.length === before.codeSets.length;
    return isStranded && !wasStranded && !isSpent ? 'nothing opens it any more' : null;
  },

  async stuck(world) {
    if (world.stuckFor < PATIENCE) return null;
    await world.patience();
    return world.tab.isStuck && !ENDS.some((end) => world.tab.states.at(-1)?.endsWith(end))
      ? 'nothing can be done'
      : null;
  },

  secrets(world) {
    const told = world.wrong.find((one) => one.startsWith('secrets: '));
    if (told !== undefined) return told;
    for (const tab of world.tabs) {
      const text = findCanary(tab.page.textContent);
      const isShown = tab.states.some((state) => SHOWING.has(state));
      if (text.length > 0 && !isShown) return `it is read where none is shown: ${text[0]?.sample}`;
      const attributes = [...tab.page.querySelectorAll('*')].flatMap((one) =>
        [...one.attributes].map(({ value }) => value),
      );
      const written = findCanary(attributes.join('\n'));
      if (written.length > 0) return `it stands in an attribute: ${written[0]?.sample}`;
      const over = valuesIn(tab).find((value) => tab.taken.has(value));
      if (over !== undefined) return 'what the server has taken stands in a field';
    }
    return null;
  },

  // While there is nothing to hold it, it waits.
  focus: ({ tab }) =>
    tab.isTouched && !tab.holdsFocus && tab.canHoldFocus
      ? `it is on ${document.activeElement?.localName ?? 'nothing'}`
      : null,
};

/** How many requests back the one that turned the codes off may lie: its answer may have been held. */
const EARLIER = 3;
/** For how many commands in a row a person may have nothing to do but wait. */
const PATIENCE = 3;
/** The person is past the element. */
const ENDS = [' absent'];

/** The states on whose screen a code or a key stands. */
const SHOWING: ReadonlySet<string> = new Set(
  [
    'mfa-backup-codes showing confirming unsure proving-over revealed',
    'mfa-totp-enrollment connecting verifying saving',
  ].flatMap((line) => {
    const [tag, ...states] = line.split(' ');
    return states.map((state) => `${tag ?? ''} ${state}`);
  }),
);

const valuesIn = ({ page }: Tab): string[] => [...page.querySelectorAll('input')].map(({ value }) => value);

export const spentIn = ({ codeSets }: AccountView): number =>
  codeSets.flatMap(({ codes }) => codes).filter(({ usedAt }) => usedAt !== null).length;

/** Looks whether all of it still holds. */
export async function checkInvariants(world: World): Promise<void> {
  for (const [name, check] of Object.entries(CHECKS) as [Invariant, Check][]) {
    const what = await check(world);
    if (what !== null) throw new Broken(name, what, world);
  }
}

/** The person is gone: nothing of theirs is left. */
export function checkClosed(world: World): void {
  for (const tab of world.tabs) {
    const { element } = tab;
    const left = [...element.querySelectorAll('input')].map(({ value }) => value).find((value) => value !== '');
    if (left !== undefined) throw new Broken('secrets', 'a field of the closed page still holds what was typed', world);
    const text = findCanary(element.outerHTML);
    if (text.length > 0) throw new Broken('secrets', `the closed page still holds ${text[0]?.sample}`, world);
  }
}

/** What tells of a click and not of what came of it: told for each. */
const ASKS: ReadonlySet<string> = new Set([
  ...['mfa-sign-in-needed', 'mfa-step-up-needed', 'mfa-done', 'mfa-rung-chosen', 'mfa-help', 'mfa-back'],
  ...['mfa-new-account', 'mfa-lost-factor', 'mfa-way-requested', 'mfa-codes-kept', 'mfa-enrollment-opened'],
]);

/** A challenge that ran out is opened again under its own handle: what is told so much later is another transition's. */
const CHALLENGE_TTL = 30 * 60_000;

/** What is wrong with an event at the moment at which it is told. */
export function* wrongWith({ type, flow, detail, at }: Heard, tab: Tab, { server, wasIn }: World): Iterable<string> {
  const { account } = server;
  if (findCanary(`${flow ?? ''} ${detail}`).length > 0) yield `events: ${type} carries a secret`;
  const same = tab.heard.filter(
    (one) => one.type === type && one.flow === flow && one.detail === detail && at - one.at < CHALLENGE_TTL,
  ).length;
  const most = ASKS.has(type) ? Math.max(1, tab.presses) : 1;
  if (same > most) yield `events: ${type} was told ${same} times`;
  if (type === 'mfa-verified' && !wasIn && !server.signedIn) yield 'active: the person is told to be in, and is not';
  if (type === 'mfa-codes-confirmed') {
    const set = account.codeSets.find(({ id }) => id === flow);
    if (set?.state !== 'on' && set?.state !== 'replaced')
      yield `active: codes are told to be on that are ${set?.state}`;
  }
  if (type === 'mfa-factor-added' && account.factors.length === 0) yield 'active: a factor is told that is not there';
}
