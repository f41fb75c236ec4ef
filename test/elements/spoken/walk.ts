import { sentenceOf, type AtHand, type Step } from '../../../demo/playground/steps.js';
import { createRestBackend } from '../../../src/backends/rest.js';
import {
  createFakePlatform,
  createSimulatedServer,
  setOnline,
  type FakePlatform,
  type SimulatedServer,
} from '../../../src/testing/index.js';
import type { Happening, SpokenJourney } from './journeys.js';
import { Listening, Reading } from './reader.js';

const ROLES = { press: 'button', follow: 'link', tick: 'checkbox', write: 'textbox', give: 'textbox' } as const;

/** What leads to another page: here nobody goes. */
const LEADS = ['mfa-done', 'mfa-sign-in-needed', 'mfa-step-up-needed', 'mfa-rung-chosen'];

function atHand(server: SimulatedServer, what: AtHand): string {
  const { account } = server;
  const sent = account.outbox.findLast(({ kind }) => kind === 'code');
  const has: Record<AtHand, () => string | null | undefined> = {
    App: () => server.appCode(),
    'New app': () => account.newAppKey && server.appCode(account.newAppKey),
    Sent: () => (sent?.kind === 'code' ? sent.code : null),
    "The help team's code": () => account.enroll?.pass,
    'Backup codes': () => server.backupCode(),
  };
  const found = has[what]();
  if (!found) throw new Error(`The person has no ${what}.`);
  return found;
}

const titleOf = (phrases: readonly string[]): string | undefined =>
  phrases.find((phrase) => phrase.startsWith('heading, ') && phrase.endsWith(', level 2'));

/** A new screen whole; of the same screen what came (+) and what went (-). */
function changesOf(before: readonly string[], now: readonly string[]): readonly string[] {
  if (titleOf(before) !== titleOf(now)) return now;
  const [came, went] = [lessThan(now, before), lessThan(before, now)];
  return [
    ...went.map((line) => `- ${line}`),
    ...came.map((line) => `+ ${line}`),
    '(The rest of the screen is as it was.)',
  ];
}

/** What stands in one list more often than in the other. */
function lessThan(list: readonly string[], other: readonly string[]): readonly string[] {
  const left = [...other];
  return list.filter((line) => {
    const at = left.indexOf(line);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** One walk: the page, the server behind it, and who listens. */
class Walk {
  readonly page = document.createElement('main');
  readonly server: SimulatedServer;
  readonly platform: FakePlatform;
  readonly listening = new Listening();
  readonly lines: string[] = [];
  #under = 0;
  #changed = false;
  #before: readonly string[] = [];
  readonly #observer = new MutationObserver(() => (this.#changed = true));

  constructor(readonly journey: SpokenJourney) {
    this.server = createSimulatedServer(journey.server);
    if (journey.at) this.server.signIn({ privileged: journey.at === 'fresh' });
    else this.server.passFirstFactor();
    this.platform = createFakePlatform({ passkeys: this.server.account.passkeys });
    for (const type of LEADS)
      this.page.addEventListener(type, (event) => {
        const { how } = (event as CustomEvent<{ how?: string }>).detail;
        if (how === 'in-place') return;
        event.preventDefault();
        this.lines.push('(The page is left.)');
      });
    this.page.addEventListener('click', (event) => {
      if (!(event.target as Element).closest('a[href]')) return;
      event.preventDefault();
      this.lines.push('(The page is left.)');
    });
  }

  async open(): Promise<void> {
    document.body.append(this.page);
    const { journey, platform, server } = this;
    const heading = document.createElement('h1');
    heading.textContent = 'Fjord Bank';
    this.page.append(heading);
    this.#observer.observe(this.page, { subtree: true, childList: true, attributes: true, characterData: true });
    await this.listening.start(this.page);
    const element = document.createElement(journey.tag);
    const attributes = { service: 'Fjord Bank', 'help-url': '/help', ...journey.attributes };
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: this.#fetch });
    Object.assign(element, { backend, platform, ...journey.properties });
    this.page.append(element);
    await this.#tell('The page opens.');
  }

  readonly #fetch: typeof fetch = async (input, init) => {
    this.#under += 1;
    try {
      return await this.server.fetch(input, init);
    } finally {
      this.#under -= 1;
    }
  };

  async take(step: Step | Happening): Promise<void> {
    if (step.does === 'happens') {
      this.lines.push('', `# ${step.words}`);
      step.act(this.server, this.platform);
      return;
    }
    const reading = await Reading.of(this.page);
    this.lines.push('', `# ${sentenceOf(step)}`);
    const name = 'field' in step ? step.field : step.name;
    const place = reading.place(ROLES[step.does], name);
    if (step.does === 'write' || step.does === 'give') {
      const field = place as HTMLInputElement;
      field.focus();
      field.value = step.does === 'write' ? step.text : atHand(this.server, step.what);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      if (step.does === 'write') return;
    }
    const control = step.does === 'give' ? reading.place('button', step.button) : place;
    control.focus();
    await this.listening.heard();
    control.click();
    await this.#tell();
  }

  /** Writes down what is said by itself, and then what is read from the top, where that is something else than before. */
  async #tell(act?: string): Promise<void> {
    await this.#rest();
    if (act !== undefined) this.lines.push('', `# ${act}`);
    this.lines.push(...(await this.listening.heard()).map((phrase) => `> ${phrase}`));
    const { phrases } = await Reading.of(this.page);
    this.lines.push(...changesOf(this.#before, phrases));
    this.#before = phrases;
  }

  /** Waits until nothing is asked of the server and nothing changes on the page. */
  async #rest(): Promise<void> {
    const isOver = (): boolean =>
      !this.#changed && this.#under === 0 && !this.page.querySelector('[data-state=loading], [aria-busy=true]');
    for (let quiet = 0; quiet < 4; quiet = isOver() ? quiet + 1 : 0) {
      this.#changed = false;
      await new Promise((turn) => setTimeout(turn));
    }
  }

  async close(): Promise<void> {
    await this.listening.stop();
    this.#observer.disconnect();
    this.page.remove();
    setOnline(true);
  }
}

/** Goes the whole way, and gives what was heard, a phrase a line. */
export async function hear(journey: SpokenJourney): Promise<string> {
  const walk = new Walk(journey);
  const { now } = Date;
  Date.now = () => walk.server.clock.now();
  try {
    await walk.open();
    for (const step of journey.steps) await walk.take(step);
    return `${[journey.title, ...walk.lines].join('\n')}\n`;
  } catch (error) {
    throw new Error(`${journey.id}: ${String(error)}\n${walk.lines.join('\n')}`, { cause: error });
  } finally {
    Date.now = now;
    await walk.close();
  }
}
