import type { ReactiveElement } from '@lit/reactive-element';

const SCREENS = 'mfa-challenge, mfa-backup-code-form, mfa-lost-factor, mfa-support';

/** Waits until an element and the screens inside it have rendered what they know. */
export async function settled(element: ReactiveElement): Promise<void> {
  // They are fetched once the first screen is there.
  await Promise.all([import('../../src/elements/later.js'), import('../../src/elements/gestures.js')]);
  // A submit passes through a handful of promises of the port and the controller before it is on screen.
  for (let turn = 0; turn < 20; turn += 1) {
    await Promise.resolve();
    await element.updateComplete;
    for (const inner of element.querySelectorAll<ReactiveElement>(SCREENS)) await inner.updateComplete;
  }
  // A screen that is still fading in has other colours than it will have.
  for (const animation of element.getAnimations({ subtree: true })) animation.finish();
}

/** Types as a person or a manager does, and submits as Enter does. */
export async function submitCode(element: ReactiveElement, typed: string): Promise<void> {
  const input = element.querySelector('input');
  if (!input) throw new Error('There is no field.');
  input.value = typed;
  input.dispatchEvent(new Event('input', { bubbles: true }));
  input.form?.requestSubmit();
  await settled(element);
}

export const part = (element: Element, name: string): HTMLElement | null =>
  element.querySelector<HTMLElement>(`[data-part=${name}]`);

/** What a person reads in a part, white space folded. */
export const textOf = (element: Element, name: string): string | undefined =>
  part(element, name)?.textContent.replaceAll(/\s+/g, ' ').trim();

export const errorText = (element: Element): string | undefined => textOf(element, 'error');

/** The link or button with these words. */
export function control(element: Element, words: string): HTMLElement {
  const found = [...element.querySelectorAll<HTMLElement>('button, a')].find((one) => one.textContent.trim() === words);
  if (!found) throw new Error(`There is no "${words}".`);
  return found;
}
