import type { Ask } from './ask.js';
import { sessionOf } from './ask.js';
import { spend } from './challenge.js';
import { MINUTE } from './clock.js';
import { renew } from './entry.js';
import { challengeOf, giveSession, isOpen } from './sessions.js';
import { Refusal, type Reply } from './wire.js';

/** Why the form led back: `mfa` in the address of the challenge's page. */
const FAULTS = ['wrong-code', 'used-code', 'too-many-attempts', 'challenge-over', 'not-allowed'];
const KINDS = ['totp', 'backup-code'] as const;

/** `POST /challenge/form`: spends the one code of a plain form, for a page without script. */
export function submitForm(ask: Ask): Reply<null> {
  const { body, world } = ask;
  const typed = KINDS.flatMap((kind) => {
    const given = body[kind];
    const code = typeof given === 'string' ? given.trim() : '';
    return code === '' ? [] : [{ kind, code }];
  });
  const [proof, other] = typed;
  if (!proof) return leadBack(ask, 'no-code');
  if (other) return leadBack(ask, 'two-codes');
  if (proof.code.length > 64) return leadBack(ask, 'wrong-code');

  // A page without script never loads the challenge, so the form opens an ended one again as loading would.
  const challenge = challengeOf(ask);
  if (challenge && isOpen(challenge, world)) renew(world, challenge);
  try {
    const { cookies } = spend(ask, attemptOf(ask, proof), proof, false);
    return { body: null, location: world.pages.in, ...(cookies && { cookies }) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return after(ask, error.body.code);
  }
}

/** The same for the same form, so that what the browser sends again by itself is answered and not judged again. */
function attemptOf({ body, world }: Ask, { kind, code }: { kind: string; code: string }): string {
  const { attempt } = body;
  const isId = typeof attempt === 'string' && /^[A-Za-z0-9_-]{16,64}$/.test(attempt);
  // Without an id from the page it holds for a minute: by then a person meant it.
  const gesture = isId ? attempt : String(Math.floor(world.clock.now() / MINUTE));
  return `form ${gesture} ${kind} ${code}`;
}

/** The answer that carried the session may have been lost, or the form was sent again from a page that was left. */
function after(ask: Ask, code: string): Reply<null> {
  const { world } = ask;
  if (code === 'challenge-over') {
    const challenge = challengeOf(ask);
    const cookies = challenge && giveSession(world, challenge);
    if (cookies) return { body: null, location: world.pages.in, cookies };
    if (sessionOf(ask)) return { body: null, location: world.pages.in };
  }
  return leadBack(ask, FAULTS.includes(code) ? code : 'server');
}

/** Whatever the page's address is, only the one word is added to it. */
function leadBack({ world }: Ask, fault: string): Reply<null> {
  const [address = '', ...fragment] = world.pages.challenge.split('#');
  const query = `${address}${address.includes('?') ? '&' : '?'}mfa=${fault}`;
  return { body: null, location: [query, ...fragment].join('#') };
}
