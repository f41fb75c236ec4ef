import { make } from './dom.js';

export interface Log {
  add(name: string, detail: object): void;
  clear(): void;
}

const LONGEST = 200;

/** A list of what happened, newest last. */
export function createLog(list: HTMLElement): Log {
  return {
    add(name, detail) {
      list.append(make('li', {}, make('b', {}, name), ' ', make('code', {}, textOf(detail))));
      if (list.children.length > LONGEST) list.firstElementChild?.remove();
      list.scrollTop = list.scrollHeight;
    },
    clear: () => list.replaceChildren(),
  };
}

/** When it was is left out: the list is in order. */
const textOf = (detail: object): string =>
  JSON.stringify(Object.fromEntries(Object.entries(detail).filter(([name]) => name !== 'at')));
