import type { RevealedCode } from '../../core/code-set.js';
import { NO_CODES } from '../../core/code-set.js';
import { MfaError } from '../../core/errors.js';
import type { BackupCodesPort, Call } from '../../ports/backend.js';
import { string, unreadable } from '../narrow.js';
import { SUPERSEDED } from './errors.js';
import { errorsOf, instantOf, messagesOf, type Flow } from './flow.js';
import { heldOf, type Held } from './flows.js';
import { confirmCodes, disableCodes, makeCodes, revealCodes } from './bodies.js';
import { GROUP, NAME, nodeOf } from './nodes.js';
import { FORMAT } from './offers.js';
import type { Settings } from './settings.js';

/** A set that was made here last. Its codes are nowhere but on the screen and in its flow at Kratos. */
interface Made {
  readonly held: Held;
  readonly count: number;
  isOn: boolean;
}

export function createBackupCodes(
  settings: Settings,
): Required<Omit<BackupCodesPort, 'issuing' | 'count' | 'discard'>> {
  let last: Made | null = null;

  return {
    async status(call) {
      if (!isOn(await settings.begin(call))) return NO_CODES;
      // To count them Kratos would have to show them.
      return { state: 'on', left: 'unknown', of: 'unknown', made: 'unknown', lastUsed: 'unknown', temporary: false };
    },
    async issue(call) {
      const held = heldOf(await settings.begin(call));
      const flow = settings.accepted(await settings.post(held, makeCodes(), call), 'codes');
      const codes = readable(() => codesIn(flow).map(({ code }) => string(code)));
      if (codes.length === 0) throw new MfaError({ code: 'bad-response' });
      const made = { held: heldOf(flow), count: codes.length, isOn: false };
      last = made;
      return { id: made.held.id, codes, format: FORMAT, state: 'staged', confirmBy: made.held.expiresAt };
    },
    async confirm(set, call) {
      const made = last;
      // A set that a newer one took the place of, or of another page, which no screen here shows.
      if (made?.held.id !== set) return refuseUnknown(settings, call);
      if (made.isOn) return { left: 'unknown', notified: 'unknown' };
      if (settings.isPast(made.held)) throw new MfaError(SUPERSEDED);
      const flow = await settings.post(made.held, confirmCodes(), call);
      const wasOn = errorsOf(flow).length > 0 && isOn(flow) && !nodeOf(flow, GROUP.codes, NAME.codesConfirm);
      if (!wasOn) settings.saved(flow, 'codes');
      made.isOn = true;
      return { left: wasOn ? 'unknown' : made.count, notified: 'unknown' };
    },
    async remove(call) {
      const flow = await settings.begin(call);
      if (!isOn(flow)) return;
      settings.saved(await settings.post(heldOf(flow), disableCodes(), call), 'codes');
    },
    async reveal(call) {
      const flow = await settings.begin(call);
      if (!isOn(flow)) return [];
      const shown = settings.accepted(await settings.post(heldOf(flow), revealCodes(), call), 'codes');
      return readable(() => codesIn(shown));
    },
  };
}

async function refuseUnknown(settings: Settings, call: Call): Promise<never> {
  // Whoever is signed out is told that first.
  await settings.begin(call);
  throw new MfaError(SUPERSEDED);
}

const isOn = (flow: Flow): boolean => nodeOf(flow, GROUP.codes, NAME.codesDisable) !== undefined;

const UNUSED = 1050009;

/** The codes that a form shows. One that was used is not sent. */
function codesIn(flow: Flow): readonly RevealedCode[] {
  const list = nodeOf(flow, GROUP.codes, NAME.codesList)?.text ?? unreadable();
  return messagesOf(list.context.secrets).map(({ id, context }) => {
    if (id === UNUSED) return { code: string(context.secret) };
    const usedAt = instantOf(context.used_at);
    return { code: null, ...(usedAt !== 'unknown' && { usedAt }) };
  });
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new MfaError({ code: 'bad-response' }, cause);
  }
}
