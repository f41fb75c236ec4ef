/** What a screen means to who hears it or speaks to it: names, errors, regions, lists, and the order of what leads on. */
import { executeServerCommand } from '@web/test-runner-commands';
import 'axe-core';
import type * as Axe from 'axe-core';
import { seenIn } from './conditions.js';
import { nameOf } from './fit.js';

const axe = (globalThis as unknown as { readonly axe: typeof Axe }).axe;
const wordsOf = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();
const CONTROLS = 'a[href], button, input, summary, select, textarea';

/** Controls whose name does not begin with what is read on them: who says what they read moves nothing. */
export function misnamedIn(root: HTMLElement): string[] {
  axe.setup(root);
  const found = seenIn(root)
    .filter((one) => one.matches(CONTROLS))
    .flatMap((one) => {
      const label = one instanceof HTMLInputElement ? one.labels?.[0] : one;
      const [name, read] = [wordsOf(axe.commons.text.accessibleText(one)), wordsOf(label?.innerText ?? '')];
      if (label && !label.checkVisibility()) return [`the label of ${nameOf(one)} is not seen`];
      return read !== '' && name.startsWith(read) ? [] : [`${nameOf(one)} reads “${read}” and is named “${name}”`];
    });
  axe.teardown();
  return found;
}

/** Errors that do not say that they are one, or that no field knows of; and regions that are not there before their words. */
export function unsaidIn(root: Element): string[] {
  const regions = [...root.querySelectorAll<HTMLElement>('[role=status], [role=alert]')];
  const errors = regions.filter((one) => one.matches('[data-part~=error]') && wordsOf(one.textContent) !== '');
  const invalid = [...root.querySelectorAll('[aria-invalid]')];
  return [
    ...regions.filter((one) => !one.checkVisibility()).map((one) => `${nameOf(one)} is hidden until it says something`),
    ...errors.filter((one) => !/^\s*Error: \S/.test(one.textContent)).map((one) => `${nameOf(one)} is not called one`),
    ...invalid
      .filter(
        (one) => !(one.getAttribute('aria-describedby') ?? '').split(' ').some((id) => errors.some((e) => e.id === id)),
      )
      .map((one) => `${nameOf(one)} is wrong, and nothing says why`),
    ...[...root.querySelectorAll('[aria-describedby]')]
      .flatMap((one) => one.getAttribute('aria-describedby')?.split(' ') ?? [])
      .filter((id) => !root.querySelector(`#${CSS.escape(id)}`))
      .map((id) => `nothing has the id ${id}`),
  ];
}

/** Lists of codes that are not read code by code: a list says itself how many there are, and which one this is. */
export const unlistedIn = (root: Element): string[] =>
  [...root.querySelectorAll('[data-part~=codes]')].flatMap((list) => {
    // Safari takes a list without markers for none, unless it is told.
    const isList = list.localName === 'ol' && list.getAttribute('role') === 'list';
    const wrong = [...list.children].filter((item) => {
      const [code, ...more] = item.children;
      const isPlain = code?.matches('[data-part~=code]') && code.children.length === 0 && more.length === 0;
      const isNamed = [item, code].some((one) => one?.matches('[aria-label], [aria-hidden], [role]'));
      return item.localName !== 'li' || !isPlain || isNamed || item.textContent.trim() !== code?.textContent;
    });
    return [...(isList ? [] : ['the codes are no list']), ...wrong.map(({ outerHTML }) => `${outerHTML} is no code`)];
  });

/** What leads to help, and what may stand after it: the ways out. */
const HELP = ['lost-factor', 'cannot-find', 'help', 'see-request'];
const OUT = ['back', 'cancel', 'sign-out'];

/** Whether help stands where it does on every screen: after all else that can be done, before the ways out. */
export function misplacedHelpIn(root: Element): string[] {
  const actions = seenIn(root).flatMap(({ dataset }) => dataset['action'] ?? []);
  const [first, last] = [
    actions.findIndex((one) => HELP.includes(one)),
    actions.findLastIndex((one) => HELP.includes(one)),
  ];
  const between = actions.slice(first, last + 1).filter((one) => !HELP.includes(one));
  const after = actions.slice(last + 1).filter((one) => !OUT.includes(one));
  const before = actions.slice(0, Math.max(0, first)).filter((one) => OUT.includes(one));
  return first < 0 ? [] : [...between, ...after, ...before].map((one) => `${one} stands on the wrong side of help`);
}

interface Node {
  readonly name?: { readonly value: string };
  readonly description?: { readonly value: string };
  readonly properties?: readonly { readonly name: string; readonly value: { readonly value?: unknown } }[];
}

export interface Told {
  readonly name: string;
  readonly description: string;
  readonly invalid: boolean;
}

/** What Chromium tells a screen reader of an element. */
export async function toldOf(element: Element): Promise<Told> {
  const cdp = <R>(method: string, params: object): Promise<R> =>
    executeServerCommand<R, object>('cdp', { method, params });
  element.setAttribute('data-asked', '');
  const { result } = await cdp<{ result: { objectId: string } }>('Runtime.evaluate', {
    expression: 'document.querySelector("[data-asked]")',
  });
  const { nodes } = await cdp<{ nodes: Node[] }>('Accessibility.getPartialAXTree', {
    objectId: result.objectId,
    fetchRelatives: false,
  });
  element.removeAttribute('data-asked');
  const [{ name, description, properties = [] } = {}] = nodes;
  const invalid = properties.find((one) => one.name === 'invalid')?.value.value === 'true';
  return { name: name?.value ?? '', description: wordsOf(description?.value ?? ''), invalid };
}
