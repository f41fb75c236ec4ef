import { describe, expect, it, vi } from 'vitest';
import { ensureBrowser, ensureBrowsers, findChrome, findFirefox, type Engine } from '../support/browser.mjs';

const NOWHERE = { PATH: '/nonexistent' };
const ALL = ['chromium', 'firefox', 'webkit'] as const;
const never = (): undefined => undefined;

/** Says that an engine is there once something was run for it. */
function foundAfter(run: { mock: { calls: unknown[][] } }, runs: number) {
  return (engine: Engine) => (run.mock.calls.length >= runs ? `/b/${engine}` : undefined);
}

describe('the browsers for the tests', () => {
  it.each([
    ['CHROME_PATH', findChrome],
    ['FIREFOX_PATH', findFirefox],
  ])('are those that %s names', (variable, find) => {
    expect(find({ ...NOWHERE, [variable]: process.execPath })).toBe(process.execPath);
  });

  it.each([
    ['CHROME_PATH', findChrome],
    ['FIREFOX_PATH', findFirefox],
  ])('are not looked for elsewhere when %s leads nowhere', (variable, find) => {
    expect(() => find({ ...NOWHERE, [variable]: '/nonexistent/browser' })).toThrow(
      `${variable} is /nonexistent/browser`,
    );
  });

  it('are installed only when they are not there', () => {
    const run = vi.fn();
    expect(ensureBrowsers(ALL, { env: NOWHERE, found: (engine) => `/a/${engine}`, run })).toEqual({
      chromium: '/a/chromium',
      firefox: '/a/firefox',
      webkit: '/a/webkit',
    });
    expect(run).not.toHaveBeenCalled();
  });

  it('come from one round of apt for root on Debian', () => {
    const run = vi.fn();
    const found = (engine: Engine) => (engine === 'chromium' ? '/a/chromium' : foundAfter(run, 2)(engine));
    expect(ensureBrowsers(ALL, { env: NOWHERE, found, run, root: true, apt: true }).webkit).toBe('/b/webkit');
    expect(run.mock.calls).toEqual([
      ['apt-get', ['update']],
      ['apt-get', ['install', '-y', '--no-install-recommends', 'firefox-esr', 'webkit2gtk-driver', 'xvfb', 'xauth']],
    ]);
  });

  it('come, Chromium only, from Playwright where there is no apt or no root', () => {
    const run = vi.fn();
    const found = (engine: Engine) => (engine === 'chromium' ? foundAfter(run, 1)(engine) : undefined);
    expect(ensureBrowsers(ALL, { env: NOWHERE, found, run, root: false })).toEqual({
      chromium: '/b/chromium',
      firefox: undefined,
      webkit: undefined,
    });
    expect(run.mock.calls).toEqual([['npx', ['playwright', 'install', 'chromium']]]);
  });

  it.each([
    ['chromium', /no Chromium[\s\S]*sudo apt-get install chromium\), or set CHROME_PATH/],
    ['firefox', /no Firefox[\s\S]*sudo apt-get install firefox-esr\), or set FIREFOX_PATH/],
    ['webkit', /no WebKitGTK[\s\S]*sudo apt-get install webkit2gtk-driver xvfb xauth\)\.$/],
  ] as const)('are said to be missing, with what to install, when nothing works: %s', (engine, words) => {
    const run = () => {
      throw new Error('no network');
    };
    expect(() => ensureBrowser(engine, { env: NOWHERE, found: never, run, root: true, apt: true })).toThrow(words);
  });
});
