import { makeCase } from './account.js';
import { param, readText, type Ask } from './ask.js';
import { needChallenge } from './deliveries.js';
import { openCase } from './entry.js';
import { freezeToken, notify, record } from './record.js';
import type { Ok, Schemas } from './schema.js';
import { notAllowed, problem, Refusal, superseded, type Reply } from './wire.js';
import type { World } from './world.js';

/** `GET /assistance/case` */
export function currentCase(ask: Ask): Reply<Ok<'currentCase'>> {
  needChallenge(ask);
  return { body: { case: openCase(ask.world) } };
}

/** `POST /assistance/cases` */
export function requestHelp(ask: Ask): Reply<Ok<'requestHelp'>> {
  const { world } = ask;
  needChallenge(ask);
  if (world.account.suspended) throw notAllowed('suspended', 'The account is frozen.');
  const open = openCase(world);
  if (open) return { body: { ...open } };
  const { cases } = world.account;
  const retryAt = Math.max(0, ...cases.map(({ askAgainAt }) => askAgainAt));
  if (world.clock.now() < retryAt) {
    throw new Refusal(problem('too-many-attempts', 429, 'Help was asked for not long ago.', { blocks: [], retryAt }));
  }
  const made = makeCase('waiting', { now: world.clock.now(), newId: world.newId });
  cases.push(made);
  record(ask, 'mfa.help_requested');
  notify(world, 'mfa.help_requested', { freezeToken: freezeToken(world) });
  return { body: { ...made } };
}

/** `POST /assistance/cases/{number}/cancel` */
export function cancelHelp(ask: Ask): Reply<null> {
  const number = param(ask, 'number');
  needChallenge(ask);
  const found = ask.world.account.cases.find((one) => one.number === number && one.state !== 'cancelled');
  if (found) {
    found.state = 'cancelled';
    record(ask, 'mfa.help_cancelled');
  }
  return { body: null };
}

/** `POST /assistance/freeze` */
export function freeze(ask: Ask): Reply<null> {
  const token = readText(ask, 'token', 512, 16);
  const { account } = ask.world;
  const wasUsed = account.freezeTokens.get(token);
  if (wasUsed === undefined) throw superseded('This token stops nothing.');
  if (wasUsed) return { body: null };
  account.freezeTokens.set(token, true);
  suspend(ask.world);
  account.activity.push({ what: 'mfa.account_frozen', at: ask.world.clock.now(), where: 'unknown', byRole: 'you' });
  return { body: null };
}

/** Freezes the account: nobody is in, and a reset that was under way is void. */
export function suspend({ account, sessions, trusted }: World): void {
  account.suspended = true;
  account.enroll = null;
  sessions.clear();
  trusted.clear();
  account.cases.forEach((one: Schemas['Case']) => (one.state = 'cancelled'));
}
