import { html, type TemplateResult } from 'lit/html.js';
import type { RepairStart } from '../../controllers/repair-controller.js';
import type { ChallengeState } from '../../core/machines/challenge.js';
import type { MfaBackend } from '../../ports/backend.js';
import type { MfaSignIn } from './sign-in.js';

/** Where nothing can be set up, there is nothing to ask about what was lost. */
const canSetUp = (server: MfaBackend | undefined): boolean => Boolean(server?.totp ?? server?.passkeys);

/** What the drop-in has seen on the way that a state doesn't hold. */
export interface Seen {
  /** The person went on from what stands before an enrollment. */
  opened: boolean;
  /** The backup codes of the challenge were made by the help team, for one sign-in. */
  temporary: boolean;
}

/** Remembers what the next state doesn't hold. */
export function look(seen: Seen, state: ChallengeState, previous: ChallengeState): void {
  if (state.status === 'passed' && 'challenge' in previous)
    seen.temporary = previous.challenge.notices.some(({ kind }) => kind === 'temporary-codes');
}

/** Whether the person reads first what the help team did, or gives the code that it read out. */
export const isReset = (state: ChallengeState, server: MfaBackend | undefined, { opened }: Seen): boolean =>
  state.status === 'elsewhere' &&
  state.entry.status === 'enroll' &&
  (state.entry.passNeeded || (state.entry.because === 'reset' && !opened)) &&
  canSetUp(server);

/** What follows a challenge besides going on to the app; undefined: nothing does. */
export function repairOf(state: ChallengeState, server: MfaBackend | undefined, seen: Seen): RepairStart | undefined {
  if (!canSetUp(server)) return undefined;
  switch (state.status) {
    case 'passed': {
      const { by, todo, codesLeft, mayPostpone, notified } = state.verified;
      // A code of the help team, also one that was made while the challenge stood on screen: the server lets nobody put it off.
      const because = seen.temporary || (!mayPostpone && todo.includes('add-factor')) ? 'owed' : 'code';
      if (by === 'backup-code') return { because, todo, codesLeft, mayPostpone, notified };
      return todo.length > 0 ? { because: 'unfinished', todo, codesLeft, mayPostpone } : undefined;
    }
    case 'signed-in':
      return state.todo.length > 0
        ? { because: 'unfinished', todo: state.todo, codesLeft: 'unknown', mayPostpone: state.mayPostpone ?? true }
        : undefined;
    case 'elsewhere': {
      const { entry } = state;
      if (entry.status !== 'enroll' || isReset(state, server, seen)) return undefined;
      const because = ({ reset: 'reset', policy: 'required', lost: 'lost' } as const)[entry.because];
      return { because, todo: [], codesLeft: 'unknown', mayPostpone: false };
    }
    default:
      return undefined;
  }
}

/** @param account as the challenge told it, masked; null: it did not */
export const renderRepair = (
  { contact, platform, service, helpUrl, signInUrl, signOutUrl, continueUrl, unstyled }: MfaSignIn,
  { server, start, account }: { server: MfaBackend; start: RepairStart; account: string | null },
): TemplateResult =>
  html`<mfa-repair
    .backend=${server}
    .start=${start}
    .account=${account}
    .platform=${platform}
    .service=${service}
    .helpUrl=${helpUrl}
    .contact=${contact}
    .signInUrl=${signInUrl}
    .signOutUrl=${signOutUrl}
    .continueUrl=${continueUrl}
    ?unstyled=${unstyled}
  ></mfa-repair>`;
