import { getResponse } from 'msw';
import { describe, expect, test } from 'vitest';
import { createSimulatedServer, type SimulatedServer } from '../../src/testing/index.js';
import { handlers } from '../../src/testing/msw.js';

const request = (path: string) => new Request(`https://app.example${path}`, { headers: { 'X-MFA': '1' } });
const lowAt = async (response: Response | undefined): Promise<unknown> =>
  ((await response?.json()) as { lowAt: number } | undefined)?.lowAt;
const server = (baseUrl: string, lowAt = 3) => createSimulatedServer({ baseUrl, policy: { lowAt } });

describe('the handlers', () => {
  test('answer what is the server’s and nothing else', async () => {
    const found = handlers(server('/mfa'));
    expect(await lowAt(await getResponse(found, request('/mfa/policy')))).toBe(3);
    expect(await getResponse(found, request('/other/policy'))).toBe(undefined);
  });

  test('turn a lost answer into a network error', async () => {
    const one = server('/mfa');
    one.faults.next('policy', { kind: 'lost', committed: false });
    expect((await getResponse(handlers(one), request('/mfa/policy')))?.type).toBe('error');
  });

  test('lead to the server with the base URL that fits best, also to those that come later', async () => {
    const servers = new Set<SimulatedServer>();
    const found = handlers(servers);
    expect(await getResponse(found, request('/a/policy'))).toBe(undefined);
    servers.add(server('/a', 1)).add(server('/a/b', 2));
    expect(await lowAt(await getResponse(found, request('/a/policy')))).toBe(1);
    expect(await lowAt(await getResponse(found, request('/a/b/policy')))).toBe(2);
  });

  test('ask a function whose request it is', async () => {
    const one = server('/mfa', 7);
    const found = handlers(({ url }) => (url.includes('/mfa/') ? one : undefined));
    expect(await lowAt(await getResponse(found, request('/mfa/policy')))).toBe(7);
    expect(await getResponse(found, request('/other'))).toBe(undefined);
  });

  test('keep to the base URL that they are given', async () => {
    const found = handlers(new Set([server('/stories/a'), server('/elsewhere')]), { baseUrl: '/stories' });
    expect((await getResponse(found, request('/stories/a/policy')))?.status).toBe(200);
    expect(await getResponse(found, request('/elsewhere/policy'))).toBe(undefined);
  });
});
