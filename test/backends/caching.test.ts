import { afterEach, describe, expect, it, vi } from 'vitest';
import { tellOfCaches } from '../../src/backends/caching.js';
import type { Http } from '../../src/backends/http.js';

const CALL = { signal: new AbortController().signal };
let count = 0;

/** A server of its own, so that what was told of another one says nothing here. */
function serving(headers: Record<string, string>): Http {
  const answer = () =>
    Promise.resolve({ status: 200, headers: new Headers(headers), json: { codes: ['CANA-RY42-PLNT'] } });
  return tellOfCaches({ base: `https://${String((count += 1))}.example`, read: answer, write: answer });
}

/** A page whose service worker keeps this address. */
function servedFrom(kept: string | null) {
  const match = vi.fn((url: URL) => Promise.resolve(url.href === kept ? new Response() : undefined));
  vi.stubGlobal('navigator', { serviceWorker: { controller: {} } });
  vi.stubGlobal('location', { href: 'https://app.example/' });
  vi.stubGlobal('caches', { match });
  return match;
}

describe('an answer that a cache may keep', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
  afterEach(() => {
    warn.mockClear();
    vi.unstubAllGlobals();
  });

  it.each<Record<string, string>>([{}, { 'cache-control': 'max-age=60' }])(
    'is told to the developer, once: %j',
    async (headers) => {
      const http = serving(headers);
      await http.write('/backup-codes/sets', CALL, {});
      await http.write('/backup-codes/sets', CALL, {});
      await expect.poll(() => warn).toHaveBeenCalledTimes(1);
      expect(warn.mock.calls[0]?.[0]).toMatch(/\/backup-codes\/sets came without Cache-Control: no-store/);
      expect(JSON.stringify(warn.mock.calls)).not.toContain('CANA');
    },
  );

  it('is given to the page all the same', async () => {
    expect(await serving({}).read('/backup-codes', CALL)).toMatchObject({ status: 200 });
  });

  it('is told where a service worker keeps it', async () => {
    const http = serving({ 'cache-control': 'private, no-store' });
    servedFrom(`${http.base}/totp/setups`);
    await http.write('/totp/setups', CALL, {});
    await expect.poll(() => warn).toHaveBeenCalledTimes(1);
    expect(warn.mock.calls[0]?.[0]).toContain('was put into a cache');
  });

  it('is nothing to tell of where no cache keeps it', async () => {
    const match = servedFrom(null);
    await serving({ 'cache-control': 'no-store' }).write('/totp/setups', CALL, {});
    await expect.poll(() => match).toHaveResolved();
    expect(warn).not.toHaveBeenCalled();
  });
});
