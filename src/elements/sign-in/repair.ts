import { html, type TemplateResult } from 'lit';
import type { RepairStart } from '../../controllers/repair-controller.js';
import type { ChallengeState } from '../../core/machines/challenge.js';
import type { MfaBackend } from '../../ports/backend.js';
import type { HostElement } from '../host.js';

/** What follows a challenge besides going on to the app; undefined: nothing does. */
export function repairOf(state: ChallengeState, server: MfaBackend | undefined): RepairStart | undefined {
  // Where nothing can be set up, there is nothing to ask about what was lost.
  if (!server?.totp && !server?.passkeys) return undefined;
  switch (state.status) {
    case 'passed': {
      const { by, todo, codesLeft, mayPostpone, notified } = state.verified;
      if (by === 'backup-code') return { because: 'code', todo, codesLeft, mayPostpone, notified };
      return todo.length > 0 ? { because: 'unfinished', todo, codesLeft, mayPostpone } : undefined;
    }
    case 'signed-in':
      return state.todo.length > 0
        ? { because: 'unfinished', todo: state.todo, codesLeft: 'unknown', mayPostpone: true }
        : undefined;
    case 'elsewhere': {
      const { entry } = state;
      const isRequired = entry.status === 'enroll' && entry.because === 'policy' && !entry.passNeeded;
      return isRequired ? { because: 'required', todo: [], codesLeft: 'unknown', mayPostpone: false } : undefined;
    }
    default:
      return undefined;
  }
}

/** @param account as the challenge told it, masked; null: it did not */
export const renderRepair = (
  { platform, service, helpUrl, signInUrl, continueUrl, unstyled }: HostElement,
  { server, start, account }: { server: MfaBackend; start: RepairStart; account: string | null },
): TemplateResult =>
  html`<mfa-repair
    .backend=${server}
    .start=${start}
    .account=${account}
    .platform=${platform}
    .service=${service}
    .helpUrl=${helpUrl}
    .signInUrl=${signInUrl}
    .continueUrl=${continueUrl}
    ?unstyled=${unstyled}
  ></mfa-repair>`;
