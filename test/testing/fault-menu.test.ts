import { describe, expect, test } from 'vitest';
import type { SimulatedServer } from '../../src/testing/index.js';
import { attempt, byCode, get, read, start } from './support/client.js';

const HEADERS = { 'X-MFA': '1' };

describe('the menu', () => {
  const BUSY = { kind: 'busy' } as const;
  const policy = async (server: SimulatedServer): Promise<number> =>
    (await server.fetch(`${server.baseUrl}/policy`, { headers: HEADERS })).status;

  test('serves one request by default, and other operations as ever', async () => {
    const server = start();
    server.faults.next('policy', BUSY);
    server.passFirstFactor();
    expect((await get(server, '/challenge')).status).toBe(200);
    expect([await policy(server), await policy(server)]).toEqual([429, 200]);
  });

  test('serves faults one after the other', async () => {
    const server = start();
    server.faults.next('policy', BUSY, { times: 2 });
    server.faults.next('*', { kind: 'broken', as: 'gateway', committed: false });
    expect([await policy(server), await policy(server), await policy(server), await policy(server)]).toEqual([
      429, 429, 502, 200,
    ]);
  });

  test('serves for ever where it is told so, until it is cleared', async () => {
    const server = start();
    server.faults.next('*', BUSY, { times: Infinity });
    expect([await policy(server), await policy(server), await policy(server)]).toEqual([429, 429, 429]);
    server.faults.clear();
    expect(await policy(server)).toBe(200);
  });

  test('keeps no bodies and no codes in the log', async () => {
    const server = start();
    server.passFirstFactor();
    server.faults.next('attempt', { kind: 'resent' });
    await attempt(server, byCode(server.backupCode()));
    await read(await server.fetch(`${server.baseUrl}/nothing`, { headers: HEADERS }));
    expect(JSON.stringify(server.log)).not.toMatch(/canary/i);
    expect(server.log.at(-1)).toEqual({
      operationId: null,
      at: server.clock.now(),
      status: 404,
      fault: null,
      committed: true,
    });
  });
});
