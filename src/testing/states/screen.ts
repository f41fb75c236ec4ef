import { createFakePlatform, type FakePlatform } from '../platform.js';
import type { SimulatedServer } from '../server.js';

/** What a state's gestures act on. Knows no words, so that it works in every language. */
export interface Screen {
  readonly element: HTMLElement;
  readonly server: SimulatedServer;
  readonly platform: FakePlatform;
  /** Puts a text into the field as typing does, and sends the form as Enter does. */
  submit(text: string): Promise<void>;
  /** Follows the link or button with this `data-action`. */
  choose(action: string): Promise<void>;
  /** Waits until something matches. Rejects after eight seconds, saying what was there instead. */
  until(selector: string): Promise<HTMLElement>;
}

const PATIENCE = 8_000;

export function screenOf(
  element: HTMLElement,
  server: SimulatedServer,
  platform: FakePlatform = createFakePlatform(),
): Screen {
  const until = (selector: string): Promise<HTMLElement> =>
    new Promise((resolve, reject) => {
      const look = (): boolean => {
        const found = element.querySelector<HTMLElement>(selector);
        if (!found) return false;
        observer.disconnect();
        clearTimeout(timer);
        resolve(found);
        return true;
      };
      const observer = new MutationObserver(look);
      const timer = setTimeout(() => {
        observer.disconnect();
        reject(new Error(`There was no ${selector} but: ${element.innerText.replaceAll(/\s+/g, ' ')}`));
      }, PATIENCE);
      observer.observe(element, { attributes: true, childList: true, subtree: true, characterData: true });
      look();
    });

  return {
    element,
    server,
    platform,
    until,
    async submit(text) {
      const input = (await until('[data-part=input]')) as HTMLInputElement;
      input.value = text;
      input.dispatchEvent(new Event('input', { bubbles: true }));
      input.form?.requestSubmit();
    },
    async choose(action) {
      (await until(`[data-action=${action}]`)).click();
    },
  };
}
