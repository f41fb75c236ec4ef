import * as fc from 'fast-check';
import type { Fault } from '../../../src/testing/index.js';
import * as Does from './commands.js';
import { checkClosed, checkInvariants } from './invariants.js';
import type { Start } from './starts.js';
import type { Text } from './texts.js';
import { World, type Mistake } from './world.js';

const TEXTS: readonly Text[] = ['fitting', 'wrong', 'app-code', 'backup-code', 'spent', 'old', 'half', 'empty'];
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const TIMES = [2 * SECOND, 16 * SECOND, 40 * SECOND, 6 * MINUTE, 16 * MINUTE, 2 * HOUR, 25 * HOUR];

const committed = fc.boolean();
const kinds = <K extends Fault['kind']>(...all: K[]) => fc.constantFrom(...all);
const fault: fc.Arbitrary<Fault> = fc.oneof(
  fc.record({ kind: kinds('offline', 'resent', 'signed-out') }),
  fc.record({ kind: kinds('lost', 'portal', 'truncated', 'wrong-shape', 'wrong-type', 'slow'), committed }),
  fc.record({ kind: kinds('broken'), as: fc.constantFrom('problem' as const, 'gateway' as const), committed }),
  fc.record({ kind: kinds('busy'), retryAfter: fc.constantFrom(5, 600), from: fc.constantFrom('server', 'gateway') }),
  fc.record({ kind: kinds('expired'), restart: fc.constantFrom('here', 'sign-in') }),
);
const operation = fc.constantFrom(
  ...(['*', '*', '*', 'attempt', 'settle', 'loadChallenge', 'confirmBackupCodes', 'issueBackupCodes'] as const),
  ...(['verifyTotp', 'startTotp', 'registerPasskey', 'proveStepUp', 'loadStepUp', 'removeFactor'] as const),
);
const nth = fc.nat(11);
const action = fc.constantFrom('back', 'cancel', 'lost-factor', 'make', 'retry', 'set-up', 'leave', 'cannot-find');

const command: fc.Arbitrary<Does.Command> = fc.oneof(
  { weight: 10, arbitrary: fc.constant(0).map(Does.goOn) },
  { weight: 8, arbitrary: nth.map(Does.click) },
  { weight: 3, arbitrary: nth.map(Does.doubleClick) },
  { weight: 3, arbitrary: action.map(Does.choose) },
  { weight: 4, arbitrary: fc.constantFrom(...TEXTS).map(Does.send) },
  { weight: 1, arbitrary: fc.constantFrom(...TEXTS).map(Does.write) },
  { weight: 1, arbitrary: fc.constantFrom(Does.pressEnter, Does.pressEscape).map((make) => make()) },
  { weight: 2, arbitrary: fc.constantFrom(Does.reload, Does.signInAgain).map((make) => make()) },
  { weight: 2, arbitrary: fc.constantFrom(Does.openTab, Does.turnTab).map((make) => make()) },
  { weight: 4, arbitrary: fc.constantFrom(...TIMES).map(Does.pass) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(operation, fault, fc.constantFrom(1, 1, 1, 3))
      .map(([which, what, times]) => Does.meet(which, what, times)),
  },
  { weight: 2, arbitrary: fc.constant(0).map(Does.release) },
  { weight: 1, arbitrary: fc.boolean().map(Does.online) },
  { weight: 1, arbitrary: fc.constantFrom(Does.leaveDialog, Does.endSessions).map((make) => make()) },
  { weight: 1, arbitrary: fc.boolean().map(Does.holdDialog) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('clipboard', 'printing', 'saving').map((what) => Does.block(what as 'saving')),
  },
);

/** Walks of up to sixteen commands. */
export const walks = fc.commands<Does.Seen, World, false>([command], { maxCommands: 16, size: 'max' });

/** Goes one walk to its end, and tells which commands there were. Rejects with what must never be. */
export async function walk(
  start: Start,
  commands: Iterable<fc.AsyncCommand<Does.Seen, World>>,
  mistake: Mistake = {},
): Promise<readonly string[]> {
  const world = new World(start, mistake);
  try {
    await world.run(() => undefined);
    await checkInvariants(world);
    await fc.asyncModelRun(() => ({ model: Does.look(world), real: world }), commands);
    await world.patience();
    await checkInvariants(world);
    await world.close();
    checkClosed(world);
    return world.ran;
  } finally {
    world.dispose();
  }
}
