import type { Browser } from '@playwright/test';
import { common } from '../../src/i18n/messages/common';
import type { Step } from './figures';
import { inPage, openSlow, untilReady, type Slow } from './load';

/** Until code that runs often is as it stays. */
const WARM = 1_000;
const TIMES = 1_000;

/**
 * Bytes of heap that each of a thousand elements leaves behind.
 * @param url of a page that holds one
 */
export async function leftByMount(browser: Browser, url: string, challenge: unknown): Promise<number> {
  const slow = await openSlow(browser);
  try {
    await slow.cdp.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await untilReady(slow, url);
    await slow.calm();
    await mount(slow, WARM, challenge);
    const before = await slow.heapAfterGc();
    await mount(slow, TIMES, challenge);
    return ((await slow.heapAfterGc()) - before) / TIMES;
  } finally {
    await slow.close();
  }
}

const mount = ({ page }: Slow, times: number, challenge: unknown): Promise<unknown> =>
  page.evaluate(inPage(comeAndGo, times, challenge));

/** In the page. */
async function comeAndGo(times: number, challenge: unknown): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    const element = document.createElement('mfa-challenge');
    Object.assign(element, { backend: 'rest', challenge });
    document.body.append(element);
    await element.updateComplete;
    if (!element.querySelector('input')) throw new Error('It has no field.');
    element.remove();
    await new Promise((done) => setTimeout(done));
  }
}

const STEPS = [
  {
    title: 'from the challenge to the ladder',
    click: '[data-action=lost-factor]',
    until: 'mfa-lost-factor [data-part~=title]',
  },
  {
    title: 'from the ladder to a backup code',
    click: 'mfa-lost-factor [data-part~=choice-button]',
    until: 'mfa-backup-code-form input',
  },
];

/** From screen to screen of a page that was there before, on the slowed processor. */
export async function steps(browser: Browser, url: string): Promise<readonly Step[]> {
  const slow = await openSlow(browser);
  try {
    for (let visit = 0; visit < 2; visit += 1) {
      await untilReady(slow, url);
      await slow.calm();
    }
    await slow.page.evaluate(inPage(addRung));
    const taken: Step[] = [];
    for (const step of STEPS) taken.push(await take(slow, step));
    return taken;
  } finally {
    await slow.close();
  }
}

/** In the page. With one way alone there is no ladder. */
function addRung(): void {
  const rungs = [{ id: 'card', title: 'Your bank card', line: 'With the card reader.', url: '/card-check' }];
  Object.assign(document.querySelector('mfa-sign-in')!, { rungs });
}

async function take(slow: Slow, { title, click, until }: (typeof STEPS)[number]): Promise<Step> {
  const before = { ...(await slow.metrics()), ...slow.wire() };
  const waited = await slow.page.evaluate<boolean>(inPage(clickThrough, click, until, common().loading));
  const script = (await slow.metrics()).script - before.script;
  await slow.calm();
  return { title, script, requests: slow.wire().requests - before.requests, waited };
}

/** In the page: clicks, and says once the next screen is there whether "Loading" was on screen in between. */
function clickThrough(click: string, until: string, loading: string): Promise<boolean> {
  return new Promise((there, never) => {
    let isLoading = false;
    const look = (): void => {
      const words = [...document.querySelectorAll('[data-part~=status]')].map(({ textContent }) => textContent.trim());
      isLoading ||= words.includes(loading);
      if (!document.querySelector(until)) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => there(isLoading)));
    };
    const watcher = new MutationObserver(look);
    watcher.observe(document.body, { childList: true, subtree: true, characterData: true });
    setTimeout(() => never(new Error(`${until} never came.`)), 10_000);
    document.querySelector<HTMLElement>(click)!.click();
  });
}
