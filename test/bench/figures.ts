/** What one cold load came to. Times in milliseconds, sizes in bytes; script and main-thread times on the slowed processor. */
export interface Load {
  readonly ready: number;
  /** Until ready, and once the page has loaded all that it fetches by itself. */
  readonly requests: number;
  readonly requestsInAll: number;
  readonly bytes: number;
  readonly bytesInAll: number;
  readonly script: number;
  readonly scriptInAll: number;
  readonly main: number;
  readonly mainInAll: number;
  /** Tasks of more than 50 ms. */
  readonly longTasks: number;
  /** Whether the key that was typed first stands in a field that has focus, once all is loaded: 1, or 0. */
  readonly kept: number;
  readonly heap: number;
}

/** The loads of each candidate, by name, in the order in which they were made. */
export type Session = ReadonlyMap<string, readonly Load[]>;

/** What is measured once, beside the loads. */
export interface Extras {
  /** Brotli bytes of what comes before the challenge, and of every screen of every element. */
  readonly challenge: number;
  readonly everything: number;
  /** Bytes of heap for each of a thousand elements that were put in and taken out. */
  readonly leftByMount: number;
  /** From one screen to the next, once what follows has come. */
  readonly steps: readonly Step[];
}

export interface Step {
  readonly title: string;
  readonly script: number;
  readonly requests: number;
  /** Whether "Loading" was on screen in between. */
  readonly waited: boolean;
}

/** Something to reach, and what there is. */
export interface Reach {
  readonly title: string;
  readonly actual: string;
  readonly limit: string;
  readonly isReached: boolean;
}

/** The middle one, or what lies between the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = (sorted.length - 1) / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half)]!) / 2;
}

/** The least and the most. */
export const range = (values: readonly number[]): readonly [number, number] => [
  Math.min(...values),
  Math.max(...values),
];

/** Questions to a session. Each throws for a candidate that was not loaded. */
export function askOf(session: Session) {
  const all = (name: string, measure: keyof Load): readonly number[] => {
    const loads = session.get(name);
    if (!loads || loads.length === 0) throw new Error(`${name} was not loaded.`);
    return loads.map((one) => one[measure]);
  };
  const middle = (name: string, measure: keyof Load): number => median(all(name, measure));
  return {
    all,
    middle,
    ratio: (name: string, to: string, measure: keyof Load): number => middle(name, measure) / middle(to, measure),
    has: (name: string): boolean => (session.get(name)?.length ?? 0) > 0,
  };
}

const times = (value: number): string => `${value.toFixed(2)} ×`;
const bytes = (value: number): string => `${Math.round(value).toLocaleString('en')} bytes`;

/** What is to be reached, as far as what it is about was loaded. */
export function reachesOf(session: Session, extras: Partial<Extras>): readonly Reach[] {
  const { middle, ratio, all, has } = askOf(session);
  const reaches: Reach[] = [];
  const add = (title: string, value: number, limit: number, show: (value: number) => string): void =>
    void reaches.push({ title, actual: show(value), limit: `at most ${show(limit)}`, isReached: value <= limit });
  const compare = (title: string, pair: readonly [string, string], measure: keyof Load, limit: number): void => {
    if (pair.every(has)) add(title, ratio(...pair, measure), limit, times);
  };

  compare('ready, around a plain form, to the form alone', ['fallback', 'html'], 'ready', 1.05);
  if (has('fallback')) {
    const loads = all('fallback', 'kept');
    const count = loads.filter(Boolean).length;
    const of = (one: number): string => `${one} of ${loads.length}`;
    reaches.push({
      title: 'what was typed into it, and the focus, kept',
      actual: of(count),
      limit: of(loads.length),
      isReached: count === loads.length,
    });
  }
  compare('ready, the challenge in the page, to a bare form by lit', ['given', 'lit'], 'ready', 1.06);
  compare('ready, asking its server, to such a form that asks', ['rest', 'lit-asking'], 'ready', 1.05);
  if (extras.challenge !== undefined) add('brotli bytes of script to the challenge', extras.challenge, 13_000, bytes);
  if (extras.everything !== undefined) add('brotli bytes of every screen', extras.everything, 45_000, bytes);
  compare('script, the challenge in the page, to the bare form', ['given', 'lit'], 'script', 2);
  compare('main thread, the same', ['given', 'lit'], 'main', 1.3);
  if (has('given') && has('lit')) {
    const more = Math.max(0, middle('given', 'longTasks') - middle('lit', 'longTasks'));
    add('tasks of more than 50 ms, beyond those of the bare form', more, 0, String);
  }
  if (extras.leftByMount !== undefined) {
    add('heap left by each of 1,000 that came and went', Math.max(0, extras.leftByMount), 100, bytes);
  }
  for (const { title, script, waited } of extras.steps ?? []) {
    add(`script, ${title}`, script, 50, (value) => `${value.toFixed(0)} ms`);
    reaches.push({
      title: `no waiting, ${title}`,
      actual: waited ? 'it waits' : 'none',
      limit: 'none',
      isReached: !waited,
    });
  }
  return reaches;
}
