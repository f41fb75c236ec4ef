import type { ReactiveElement } from '@lit/reactive-element';
import { createRestBackend } from '../../../src/backends/rest.js';
import type { MfaBackend } from '../../../src/ports/backend.js';
import {
  createFakePlatform,
  createSimulatedServer,
  findCanary,
  setOnline,
  type FakePlatform,
  type SimulatedServer,
} from '../../../src/testing/index.js';
import type { AccountView } from '../../../src/testing/index.js';
import { spentIn, wrongWith } from './invariants.js';
import { holdConsole } from './console.js';
import { watched, type Sent, type Traffic } from './requests.js';
import type { Start } from './starts.js';
import { Tab, type Heard } from './tab.js';
import { holdTime, turn, type PageTime } from './time.js';

/** What is made wrong on purpose, to see that it is found. */
export interface Mistake {
  readonly element?: (element: ReactiveElement) => void;
  readonly backend?: (backend: MfaBackend, world: World) => MfaBackend;
  /** Once the screen has followed a command. */
  readonly spoil?: (tab: Tab, world: World) => void;
}

/** How many turns nothing may happen until nothing more is expected. A request that is held hides those that are not. */
const QUIET = 5;
const QUIET_WHILE_HELD = 20;

/** A person, their browser with one or two tabs, and their account's server. */
export class World {
  readonly server: SimulatedServer;
  readonly platform: FakePlatform;
  readonly sent: Sent[] = [];
  /** What was seen to be wrong while it happened. */
  readonly wrong: string[] = [];
  /** The ids of sets whose codes had stood on screen by then. */
  shownBefore: ReadonlySet<string> = new Set();
  readonly #shown = new Set<string>();
  /** How many first factors were given. */
  signIns = 0;
  readonly spentAtFirst: number;
  /** Whether the server has let the person in since the last first factor. */
  wasIn = false;
  /** The commands until now. */
  readonly ran: string[] = [];
  /** Before the command that is under way. */
  before: AccountView;
  /** What was sent until then. */
  sentBefore = 0;
  tabs: Tab[] = [];
  /** For how many commands nothing could be done but wait. */
  stuckFor = 0;
  readonly #start: Start;
  readonly #mistake: Mistake;
  readonly #traffic: Traffic = { underWay: 0 };
  readonly #stage = document.createElement('main');
  readonly #time: PageTime;
  readonly #console: () => void;
  readonly #changes = new MutationObserver(() => undefined);
  #backOnline: (() => void) | undefined;

  constructor(start: Start, mistake: Mistake = {}) {
    this.#start = start;
    this.#mistake = mistake;
    this.server = createSimulatedServer(start.server);
    this.#time = holdTime(this.server.clock);
    this.platform = createFakePlatform({ passkeys: this.server.account.passkeys });
    if (start.signedIn) this.server.signIn({ privileged: start.signedIn === 'fresh' });
    else this.giveFirstFactor();
    this.before = this.server.account;
    this.spentAtFirst = spentIn(this.before);
    this.#console = holdConsole((text) => {
      if (findCanary(text).length > 0) this.wrong.push('secrets: one is told to the console');
    });
    document.body.append(this.#stage);
    this.#changes.observe(this.#stage, { subtree: true, childList: true, characterData: true, attributes: true });
    this.addTab();
  }

  /** The tab that the person looks at. */
  get tab(): Tab {
    return this.tabs[0]!;
  }

  giveFirstFactor(): void {
    this.signIns += 1;
    this.wasIn = this.server.passFirstFactor() === 'signed-in';
  }

  addTab(): void {
    const tab = new Tab(this.#stage, (heard) => this.#hear(heard, tab));
    this.tabs.unshift(tab);
    tab.open(this.#make(tab));
    this.#look();
  }

  /** The person goes to the other tab. */
  turnTab(): void {
    this.tabs.reverse();
    this.#look();
  }

  #look(): void {
    for (const [at, tab] of this.tabs.entries()) tab.isInFront = at === 0;
  }

  reload(): void {
    const { tab } = this;
    tab.element.remove();
    tab.open(this.#make(tab));
  }

  get isOnline(): boolean {
    return this.#backOnline === undefined;
  }

  set isOnline(online: boolean) {
    this.#backOnline?.();
    this.#backOnline = online ? undefined : setOnline(false);
  }

  #make(tab: Tab): ReactiveElement {
    const { tag, attributes = {}, properties = () => ({}) } = this.#start;
    const fetch = watched(this.server, this.#traffic, {
      left: (sent) => this.#note(sent, tab),
      taken: ({ secret }) => secret !== null && tab.taken.add(secret),
    });
    const backend: MfaBackend = createRestBackend({ baseUrl: this.server.baseUrl, fetch });
    const element = document.createElement(tag) as ReactiveElement;
    for (const [name, value] of Object.entries({ service: 'Fjord Bank', 'help-url': '/help', ...attributes }))
      element.setAttribute(name, value);
    this.#mistake.element?.(element);
    return Object.assign(element, {
      platform: this.platform,
      backend: this.#mistake.backend?.(backend, this) ?? backend,
      ...properties(this.server),
    });
  }

  #note(sent: Sent, tab: Tab): void {
    this.sent.push(sent);
    if (sent.leaks) this.wrong.push(`once: one stood in an address or a header of ${sent.path}`);
    if (sent.secret === null) return;
    if (tab.allowance === 0) this.wrong.push(`once: without a gesture of its own, to ${sent.path}`);
    tab.allowance = Math.max(0, tab.allowance - 1);
  }

  #hear(heard: Heard, tab: Tab): void {
    this.wrong.push(...wrongWith(heard, tab, this));
  }

  /** One gesture: it may send one secret. */
  gesture(): void {
    this.tab.allowance = 1;
  }

  /** Runs one command to the end of what it sets off by itself. */
  async run(command: () => void | Promise<void>, name = ''): Promise<void> {
    if (name !== '') this.ran.push(name);
    this.shownBefore = new Set(this.#shown);
    this.before = this.server.account;
    this.sentBefore = this.sent.length;
    for (const tab of this.tabs) tab.begin();
    await command();
    await this.settle();
    await this.pass(0);
    this.#mistake.spoil?.(this.tab, this);
    if (this.server.signedIn) this.wasIn = true;
    this.stuckFor = this.tab.isStuck ? this.stuckFor + 1 : 0;
    const text = this.tab.page.textContent;
    for (const { id, codes } of this.server.account.codeSets)
      if (text.includes(codes[0]?.code ?? id)) this.#shown.add(id);
  }

  async pass(ms: number): Promise<void> {
    await this.#time.pass(ms, () => this.settle());
    await this.settle();
  }

  /** Nothing stands in the way any more, and there is time. */
  async patience(): Promise<void> {
    this.server.faults.clear();
    this.server.faults.release();
    this.platform.holdCeremonies(false);
    this.isOnline = true;
    await this.settle();
    await this.pass(60_000);
  }

  async settle(): Promise<void> {
    let quiet = 0;
    while (quiet < (this.server.faults.held > 0 ? QUIET_WHILE_HELD : QUIET)) {
      const before = this.sent.length;
      await turn();
      const moved = this.#changes.takeRecords().length > 0 || this.sent.length > before;
      const waits = this.#traffic.underWay > this.server.faults.held;
      quiet = moved || waits ? 0 : quiet + 1;
    }
  }

  /** The person closes all of it. */
  async close(): Promise<void> {
    for (const { element } of this.tabs) element.remove();
    await turn();
  }

  dispose(): void {
    this.isOnline = true;
    this.#changes.disconnect();
    this.#stage.remove();
    this.#time.restore();
    this.#console();
    sessionStorage.clear();
  }
}
