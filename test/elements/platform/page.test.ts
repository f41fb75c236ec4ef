import { expect } from '@open-wc/testing';
import { openTabs } from '../../../src/platform/tabs.js';
import { watchVisibility } from '../../../src/platform/visibility.js';

describe('the page in the background', () => {
  const own = Object.getOwnPropertyDescriptor(Document.prototype, 'hidden');
  const turn = (hidden: boolean): void => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  };
  afterEach(() => {
    delete (document as { hidden?: boolean }).hidden;
    expect(own).not.to.equal(undefined);
  });

  it('is told, and that it is back, until nobody watches', () => {
    const told: boolean[] = [];
    const stop = watchVisibility((isHidden) => told.push(isHidden));
    turn(true);
    turn(false);
    stop();
    turn(true);
    expect(told).to.deep.equal([true, false]);
  });
});

describe('the channel between tabs', () => {
  const NAME = 'mfa-elements:test';
  /** The next message that another tab hears. */
  const heard = (): Promise<unknown> => {
    const other = new BroadcastChannel(NAME);
    return new Promise((resolve) => {
      other.onmessage = ({ data }: MessageEvent<unknown>) => {
        other.close();
        resolve(data);
      };
    });
  };

  it('tells other tabs, and hears them', async () => {
    let hear: (message: unknown) => void = () => undefined;
    const came = new Promise((resolve) => (hear = resolve));
    const channel = openTabs(NAME, (message) => hear(message));
    const there = heard();
    channel.tell({ type: 'codes-made' });
    expect(await there).to.deep.equal({ type: 'codes-made' });
    const other = new BroadcastChannel(NAME);
    other.postMessage({ type: 'codes-changed' });
    expect(await came).to.deep.equal({ type: 'codes-changed' });
    other.close();
    channel.close();
  });

  it('is closed while the page is away, open when it is back, and closed for good in the end', async () => {
    const channel = openTabs(NAME, () => undefined);
    const there = heard();
    dispatchEvent(new PageTransitionEvent('pagehide'));
    channel.tell({ at: 'away' });
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    channel.tell({ at: 'back' });
    expect(await there).to.deep.equal({ at: 'back' });
    channel.close();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    const after = heard();
    channel.tell({ at: 'closed' });
    const other = new BroadcastChannel(NAME);
    other.postMessage({ at: 'elsewhere' });
    expect(await after).to.deep.equal({ at: 'elsewhere' });
    other.close();
  });
});
