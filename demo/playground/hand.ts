import type { SimulatedServer } from '../../src/testing/index.js';
import { button, make } from './dom.js';

interface Item {
  readonly name: string;
  readonly codes: readonly string[];
}

/** What the person has at hand: in their app, in their mailbox, on paper. */
function itemsOf(server: SimulatedServer): readonly Item[] {
  const { account } = server;
  const inForce = account.codeSets.find(({ state }) => state === 'on');
  const unused = (inForce?.codes ?? []).filter(({ usedAt }) => usedAt === null);
  const sent = account.outbox.findLast(({ kind }) => kind === 'code');
  const pass = account.enroll?.pass;
  return [
    { name: 'App', codes: account.appKey === null ? [] : [server.appCode()] },
    { name: 'New app', codes: account.newAppKey === null ? [] : [server.appCode(account.newAppKey)] },
    { name: 'Sent', codes: sent?.kind === 'code' ? [sent.code] : [] },
    { name: "The help team's code", codes: pass ? [pass] : [] },
    { name: 'Backup codes', codes: unused.map(({ code }) => code) },
    { name: 'Password', codes: [account.password] },
  ].filter(({ codes }) => codes.length > 0);
}

/** Writes them into the list, where something is new: a click copies one, and must not lose its button. */
export function showHand(list: HTMLElement, server: SimulatedServer, say: (words: string) => void): void {
  const rows = itemsOf(server).flatMap(({ name, codes }) => [
    make('dt', {}, name),
    make('dd', {}, ...codes.map((code) => button(code, () => void copy(code).then(say), { class: 'code' }))),
  ]);
  const texts = (nodes: Iterable<Element>): string => [...nodes].map(({ textContent }) => textContent).join('\n');
  if (texts(rows) !== texts(list.children)) list.replaceChildren(...rows);
}

/** Says what became of it. */
export const copy = (text: string): Promise<string> =>
  navigator.clipboard.writeText(text).then(
    () => 'Copied.',
    () => "Your browser didn't let us copy. Select it instead.",
  );
