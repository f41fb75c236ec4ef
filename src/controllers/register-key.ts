import { problemOf, type MfaProblem } from '../core/errors.js';
import { readFactorName } from '../core/factor-name.js';
import type { PasskeyEnrollmentEvent } from '../core/machines/passkey-enrollment.js';
import type { AddedKey, KeyKind, PasskeyEnrollmentState } from '../core/passkey-enrollment.js';
import type { Call, Ceremony, Factor, FactorsPort, PasskeysPort } from '../ports/backend.js';
import { UNSTOPPABLE } from './calls.js';
import { isOver } from './code-steps.js';
import type { KeyList } from './key-list.js';

/** What the steps need of the controller that they belong to. */
export interface KeyHost {
  readonly factors: FactorsPort | undefined;
  readonly list: KeyList;
  /** For a call that ends with what is under way. */
  readonly call: Call;
  dispatch(event: PasskeyEnrollmentEvent): void;
}

/** What the browser's dialog made, for its ceremony. */
export interface MadeKey {
  readonly ceremony: Ceremony<PublicKeyCredentialCreationOptionsJSON>;
  readonly credential: RegistrationResponseJSON;
  readonly name: string | null;
}

/** What is on the account now. `id`: where its name may be changed. */
export interface FoundKey {
  readonly added: AddedKey;
  readonly id: string | null;
}

const nameOf = ({ name }: Factor): string | null => (name === 'unknown' ? null : name);

/** As the list tells it: what else the server would have said is not known. */
export const foundKey = (factor: Factor, mayRename: boolean): FoundKey => ({
  added: { name: nameOf(factor), todo: [], notified: 'unknown' },
  id: mayRename && factor.canRename ? factor.id : null,
});

/**
 * What the dialog made, on its way to the server. Owns: that it is sent once for one click, and that it is kept for another
 * click where the server has not looked at it.
 */
export class KeyRegistration {
  readonly #host: KeyHost;
  readonly #port: PasskeysPort;
  #held: MadeKey | undefined;

  constructor(host: KeyHost, port: PasskeysPort) {
    this.#host = host;
    this.#port = port;
  }

  /** Whether it waits for a click. */
  get held(): boolean {
    return this.#held !== undefined;
  }

  drop(): void {
    this.#held = undefined;
  }

  async send(made: MadeKey): Promise<void> {
    const { signal } = this.#host.call;
    this.#held = made;
    this.#host.dispatch({ type: 'registering' });
    try {
      await this.#register(made, UNSTOPPABLE);
    } catch (error) {
      if (!signal.aborted) this.afterFailure(problemOf(error));
    }
  }

  async sendHeld(name: string | null): Promise<void> {
    if (this.#held) await this.send({ ...this.#held, name });
  }

  /** With the password in the call, while the proof is asked for. Throws what the server says. */
  async sendWith(password: string): Promise<void> {
    if (this.#held) await this.#register(this.#held, { ...UNSTOPPABLE, stepUp: { password } });
  }

  afterFailure(problem: MfaProblem): void {
    if (!KEPT.includes(problem.code)) this.drop();
    this.#host.dispatch(eventOf(problem, this.#host.list.isKnown));
  }

  async #register(made: MadeKey, call: Call): Promise<void> {
    const { call: mine, list } = this.#host;
    list.sent(made);
    const { todo, notified, factor } = await this.#port.register(made.ceremony.id, made.credential, made.name, call);
    if (mine.signal.aborted) return;
    this.drop();
    const found = factor === 'unknown' ? null : foundKey(factor, list.mayRename);
    const added = { name: found?.added.name ?? made.name, todo, notified };
    this.#host.dispatch({ type: 'added', added, id: found?.id ?? null });
    void list.tellBrowser(mine);
  }
}

/** What a refusal leads to. */
function eventOf(problem: MfaProblem, canCheck: boolean): PasskeyEnrollmentEvent {
  if (isOver(problem)) return { type: 'signed-out' };
  switch (problem.code) {
    case 'step-up-required':
      return { type: 'proof-needed', need: problem.need, until: null };
    case 'passkey-exists':
      return { type: 'exists' };
    case 'outcome-unknown':
    case 'bad-response':
    case 'server':
      return { type: 'unsettled', canCheck };
    default:
      return { type: 'refused', problem };
  }
}

/** Where what the dialog made was not looked at. */
const KEPT: readonly MfaProblem['code'][] = [
  'step-up-required',
  'offline',
  'unreachable',
  'too-many-attempts',
  'invalid-name',
];

/** Asks what the account has. */
export async function checkAgain(host: KeyHost, kind: KeyKind): Promise<void> {
  const { call } = host;
  host.dispatch({ type: 'checking' });
  try {
    const found = await host.list.find(kind, call);
    if (!call.signal.aborted) host.dispatch(found ? { type: 'added', ...found } : { type: 'not-added' });
  } catch (error) {
    if (call.signal.aborted) return;
    host.dispatch(isOver(problemOf(error)) ? { type: 'signed-out' } : { type: 'unsettled', canCheck: true });
  }
}

type Naming = Extract<PasskeyEnrollmentState, { status: 'naming' }>;

/** Gives the key the name that was typed. Gives whether it has it. */
export async function rename(host: KeyHost, { id, added }: Naming, typed: string): Promise<boolean> {
  if (typed.trim() === (added.name ?? '')) return true;
  const read = readFactorName(typed);
  if ('code' in read) {
    host.dispatch({ type: 'hindered', trouble: read });
    return false;
  }
  const { signal } = host.call;
  host.dispatch({ type: 'renaming' });
  try {
    await host.factors?.rename?.(id, read.name, UNSTOPPABLE);
    if (!signal.aborted) host.dispatch({ type: 'renamed', name: read.name });
    return !signal.aborted;
  } catch (error) {
    if (!signal.aborted) refuse(host, problemOf(error));
    return false;
  }
}

export const refuse = (host: Pick<KeyHost, 'dispatch'>, problem: MfaProblem): void =>
  host.dispatch(isOver(problem) ? { type: 'signed-out' } : { type: 'refused', problem });
