import { executeServerCommand } from '@web/test-runner-commands';
import { createRestBackend } from '../../src/backends/rest.js';
import { createFakePlatform, createSimulatedServer } from '../../src/testing/index.js';

/** Counted by the browser itself, once what nobody holds is gone. Chromium alone tells. */

export const canCount = /Chrom(e|ium)\//.test(navigator.userAgent);

const cdp = <Answer>(method: string, params = {}): Promise<Answer> =>
  executeServerCommand<Answer, object>('cdp', { method, params });

export interface Count {
  readonly listeners: number;
  readonly nodes: number;
  readonly heap: number;
}

export async function count(): Promise<Count> {
  // What an answer has set off ends in tasks of its own.
  for (let turn = 0; turn < 3; turn += 1) await new Promise((done) => setTimeout(done));
  await cdp('Performance.enable');
  for (let times = 0; times < 3; times += 1) await cdp('HeapProfiler.collectGarbage');
  const { metrics } = await cdp<{ metrics: { name: string; value: number }[] }>('Performance.getMetrics');
  const valueOf = (name: string): number => metrics.find((one) => one.name === name)?.value ?? Number.NaN;
  return { listeners: valueOf('JSEventListeners'), nodes: valueOf('Nodes'), heap: valueOf('JSHeapUsedSize') };
}

/** An element of a person who is at its first screen. */
export function made(tag: string): HTMLElement {
  const enroll = tag === 'mfa-reset' ? ({ because: 'reset' } as const) : null;
  const server = createSimulatedServer({ account: { passkeys: 1, ...(enroll && { enroll }) } });
  if (/sign-in|challenge|backup-code-form|lost-factor|support|reset/.test(tag)) server.passFirstFactor();
  else server.signIn();
  const element = document.createElement(tag);
  for (const type of ['mfa-done', 'mfa-sign-in-needed', 'mfa-step-up-needed'])
    element.addEventListener(type, (event) => event.preventDefault());
  const backend = createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch });
  return Object.assign(element, { backend, platform: createFakePlatform(), service: 'Fjord Bank' });
}

export async function shown(elements: readonly HTMLElement[], tag: string): Promise<void> {
  const isThere = (element: HTMLElement): boolean => {
    const box = element.querySelector<HTMLElement>('[data-part=box]');
    return tag.startsWith('leaking-') || (box?.childElementCount ?? 0) > 0 || box?.dataset['state'] === 'elsewhere';
  };
  for (let turn = 0; turn < 500 && !elements.every(isThere); turn += 1) await new Promise((done) => setTimeout(done));
  if (!elements.every(isThere)) throw new Error(`${tag} never came.`);
}

export interface Left {
  /** Elements that were taken out, and that something still holds. */
  readonly elements: number;
  readonly listeners: number;
  readonly nodes: number;
  /** Bytes for each element. */
  readonly heap: number;
}

/**
 * What elements leave behind that were put in and taken out, one after the other, `atOnce` of them at a time.
 * @param tag whose code has been fetched by the time that it is counted
 */
export async function leftBy(tag: string, place: HTMLElement, times: number, atOnce = 1): Promise<Left> {
  const refs: WeakRef<HTMLElement>[] = [];
  const mount = async (): Promise<void> => {
    const elements = Array.from({ length: atOnce }, () => made(tag));
    place.append(...elements);
    await shown(elements, tag);
    place.replaceChildren();
    refs.push(...elements.map((element) => new WeakRef(element)));
  };
  for (let warm = 0; warm < 5; warm += 1) await mount();
  const before = await count();
  for (let time = 0; time < times; time += 1) await mount();
  const after = await count();
  return {
    elements: refs.filter((ref) => ref.deref() !== undefined).length,
    listeners: after.listeners - before.listeners,
    nodes: after.nodes - before.nodes,
    heap: (after.heap - before.heap) / (times * atOnce),
  };
}

/**
 * What a few of them may still hold: the last answer of one that was taken out is on its way for a moment.
 * @param most bytes of heap for each. Of a few elements most of it is code that the engine has just made faster.
 */
export const isClean = ({ elements, listeners, nodes, heap }: Left, most = 20_000): boolean =>
  elements <= 2 && listeners <= 20 && nodes <= 200 && heap < most;

/** Does what a careless element would: it never lets go of the page. */
export class LeakingElement extends HTMLElement {
  connectedCallback(): void {
    const text = 'x'.repeat(5000) + String(Math.random());
    addEventListener('resize', () => this.append(text));
  }
}
