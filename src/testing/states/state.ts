import type { CodesNews, CodesState, CodesTrouble } from '../../core/codes-state.js';
import type { ChallengeState, News, Trouble } from '../../core/machines/challenge.js';
import type { KeyNews, KeyTrouble, PasskeyEnrollmentState } from '../../core/passkey-enrollment.js';
import type { StepUpNews, StepUpState, StepUpTrouble } from '../../core/machines/step-up.js';
import type { TotpNews, TotpState, TotpTrouble } from '../../core/totp-state.js';
import type { RepairState } from '../../core/repair-state.js';
import type { SettingsNews, SettingsState, SettingsTrouble } from '../../core/settings-state.js';
import type { MfaBackend } from '../../ports/backend.js';
import { createFakePlatform, type FakePlatform } from '../platform.js';
import { createSimulatedServer, type SimulatedServer } from '../server.js';
import type { SimulatedServerOptions } from '../server/options.js';
import { screenOf, type Screen } from './screen.js';

/**
 * One state that a person can meet, and how they come to it. The list of all of them drives the stories, the accessibility
 * tests and the tests of languages, so that none can be forgotten by one of them.
 */
export interface ScreenState {
  /** `element/state`; unique. */
  readonly id: string;
  /** What a designer reads over it. */
  readonly title: string;
  readonly tag: string;
  /** The state of the element's machine, or `notice` where the page is set up wrong and there is none. */
  readonly status:
    | ChallengeState['status']
    | CodesState['status']
    | StepUpState['status']
    | PasskeyEnrollmentState['status']
    | TotpState['status']
    | RepairState['status']
    | SettingsState['status']
    | 'notice';
  /** What went wrong, where the state says so. */
  readonly trouble?: (Trouble | CodesTrouble | StepUpTrouble | KeyTrouble | TotpTrouble | SettingsTrouble)['code'];
  /** What happened that is no trouble, where the state says so. */
  readonly news?: News | CodesNews | StepUpNews | KeyNews | TotpNews | SettingsNews['what'];
  readonly attributes?: Readonly<Record<string, string>>;
  /** What a host gives by script. */
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly server?: SimulatedServerOptions;
  /** Whether the element gets a backend at all. [true] */
  readonly connected?: boolean;
  /** Whether the person has given the first factor. [true] */
  readonly firstFactor?: boolean;
  /** Whether the person is in, and whether their proof is fresh. [they are not] */
  readonly signedIn?: 'fresh' | 'stale';
  /** Makes the backend that of another server. [the simulated server's own] */
  readonly as?: (backend: MfaBackend) => MfaBackend;
  /** Whether codes or a key stand on screen. [false] */
  readonly showsCodes?: boolean;
  /** Whether the console tells the developer why. [only with `notice`] */
  readonly tellsDeveloper?: boolean;
  /** Before the element asks the server anything. The account's passkeys are on the platform's authenticator. */
  arrange?(server: SimulatedServer, platform: FakePlatform): void;
  /** The person's gestures. */
  reach?(screen: Screen): Promise<void>;
  /** Matches once the state is there, whatever the language. */
  readonly there: string;
  /** English words that only this state says. */
  readonly says: string;
}

/** Puts a state on a page: server, element, gestures. Resolves when it is there. */
export async function showState(
  state: ScreenState,
  into: ParentNode,
  connect: (server: SimulatedServer) => MfaBackend,
): Promise<Screen> {
  const screen = placeState(state, into, connect);
  await reachState(state, screen);
  return screen;
}

/** The first half of `showState`: the element in the page, nothing typed. */
export function placeState(
  {
    tag,
    attributes = {},
    properties = {},
    server: options,
    connected = true,
    firstFactor = true,
    signedIn,
    as = (backend) => backend,
    arrange,
  }: ScreenState,
  into: ParentNode,
  connect: (server: SimulatedServer) => MfaBackend,
  given?: SimulatedServer,
): Screen {
  const server = given ?? createSimulatedServer(options);
  if (signedIn) server.signIn({ privileged: signedIn === 'fresh' });
  else if (firstFactor) server.passFirstFactor();
  const platform = createFakePlatform({ passkeys: server.account.passkeys });
  arrange?.(server, platform);
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries({ service: 'Fjord Bank', 'help-url': '/help', ...attributes }))
    element.setAttribute(name, value);
  // A state that stands still must not lead away from its page.
  for (const type of ['mfa-done', 'mfa-sign-in-needed', 'mfa-step-up-needed', 'mfa-new-account'])
    element.addEventListener(type, (event) => event.preventDefault());
  Object.assign(element, { platform, ...(connected && { backend: as(connect(server)) }) });
  Object.assign(element, properties);
  into.append(element);
  return screenOf(element, server, platform);
}

/** The second half: the gestures. */
export async function reachState({ reach, there }: ScreenState, screen: Screen): Promise<void> {
  await reach?.(screen);
  await screen.until(there);
}

/** Makes the states of one element. */
export const statesOf =
  (tag: string) =>
  (name: string, title: string, rest: Omit<ScreenState, 'id' | 'title' | 'tag'>): ScreenState => ({
    id: `${tag}/${name}`,
    title,
    tag,
    ...rest,
  });
