import type { Ask } from './ask.js';
import type { Schemas } from './schema.js';
import type { World } from './world.js';

/** Writes down what happened, for the account's owner. */
export function record(ask: Pick<Ask, 'world'> & { readonly browser: { readonly where: string } }, what: string): void {
  const { account, clock } = ask.world;
  account.activity.push({ what, at: clock.now(), where: ask.browser.where, byRole: 'you' });
}

/** Tells the owner at every address; answers with the masked ones. */
export function notify(
  { account, clock }: World,
  what: string,
  more: { freezeToken?: string } = {},
): Schemas['Notified'] {
  if (account.notified === 'unknown') {
    if (more.freezeToken !== undefined)
      account.outbox.push({ kind: 'notice', at: clock.now(), to: 'unknown', what, ...more });
    return 'unknown';
  }
  for (const to of account.notified) account.outbox.push({ kind: 'notice', at: clock.now(), to, what, ...more });
  return [...account.notified];
}

/** A token for the notice's page, that can stop a reset and do nothing else. */
export function freezeToken({ account, secrets }: World): string {
  const token = secrets.token();
  account.freezeTokens.set(token, false);
  return token;
}
