import { describe, expect, it, vi } from 'vitest';
import { ensureChrome, findChrome } from '../support/browser.mjs';

const NOWHERE = { PATH: '/nonexistent' };

describe('the browser for the tests', () => {
  it('is the one that CHROME_PATH names', () => {
    expect(findChrome({ CHROME_PATH: process.execPath })).toBe(process.execPath);
  });

  it('is not looked for elsewhere when CHROME_PATH leads nowhere', () => {
    expect(() => findChrome({ CHROME_PATH: '/nonexistent/chrome' })).toThrow('CHROME_PATH is /nonexistent/chrome');
  });

  it('is installed only when none is there', () => {
    const run = vi.fn();
    expect(ensureChrome({ env: NOWHERE, find: () => '/a/chrome', run })).toBe('/a/chrome');
    expect(run).not.toHaveBeenCalled();
  });

  it('comes from Playwright where there is no apt or no root', () => {
    const run = vi.fn();
    const find = vi.fn().mockReturnValueOnce(undefined).mockReturnValue('/b/chrome');
    expect(ensureChrome({ env: NOWHERE, find, run, root: false })).toBe('/b/chrome');
    expect(run.mock.calls).toEqual([['npx', ['playwright', 'install', 'chromium']]]);
  });

  it('is said to be missing, with what to install, when nothing works', () => {
    const run = vi.fn(() => {
      throw new Error('no network');
    });
    expect(() => ensureChrome({ env: NOWHERE, find: () => undefined, run, root: false })).toThrow(
      /Playwright's download: no network[\s\S]*sudo apt-get install chromium[\s\S]*CHROME_PATH/,
    );
  });
});
