import { afterEach, describe, expect, it, vi } from 'vitest';
import { lazy } from '../../src/backends/lazy.js';
import type { MfaProblem } from '../../src/core/errors.js';
import type { ActivityPort, Call, MfaBackend } from '../../src/ports/backend.js';
import { json, scriptedServer } from '../support/scripted-server.js';

const call: Call = { signal: new AbortController().signal };

interface Arrival {
  readonly promise: Promise<ActivityPort>;
  readonly resolve: (port: ActivityPort) => void;
  readonly reject: (cause: Error) => void;
}

function arrival(): Arrival {
  const made: Partial<Record<'resolve' | 'reject', unknown>> = {};
  const promise = new Promise<ActivityPort>((resolve, reject) => Object.assign(made, { resolve, reject }));
  return { promise, ...made } as Arrival;
}

/** A facet whose code comes when the test says so, and what was asked of it. */
function facet(timeout?: number) {
  const asked: string[] = [];
  const port: ActivityPort = {
    recent: () => {
      asked.push('recent');
      return Promise.resolve([]);
    },
  };
  const fetches: Arrival[] = [];
  const fetchCode = () => {
    fetches.push(arrival());
    return fetches.at(-1)!.promise;
  };
  return { port, asked, fetches, ...lazy(fetchCode, ['recent'], timeout) };
}

const lost = new TypeError('Failed to fetch dynamically imported module');
const unreachable = { problem: { code: 'unreachable' } satisfies MfaProblem, cause: lost };

describe('a lazy method', () => {
  it('fetches nothing until it is called', async () => {
    const { recent, fetches, port } = facet();
    expect(fetches).toHaveLength(0);
    const asking = recent(call);
    fetches[0]?.resolve(port);
    expect([await asking, fetches.length]).toEqual([[], 1]);
  });

  it('is unreachable when its code does not come: nothing was sent', async () => {
    const { recent, fetches } = facet();
    const asking = recent(call);
    fetches[0]?.reject(lost);
    await expect(asking).rejects.toMatchObject(unreachable);
  });

  it('fetches again after that', async () => {
    const { recent, fetches, port } = facet();
    const first = recent(call);
    fetches[0]?.reject(lost);
    await first.catch(() => undefined);
    const second = recent(call);
    fetches[1]?.resolve(port);
    expect(await second).toEqual([]);
  });

  it('gives up waiting for its code, and then sends nothing', async () => {
    const { recent, fetches, port, asked } = facet(20);
    await expect(recent(call)).rejects.toMatchObject({ problem: { code: 'unreachable' } });
    fetches[0]?.resolve(port);
    await fetches[0]?.promise;
    expect(asked).toEqual([]);
  });

  it('stops when its caller does, and then sends nothing', async () => {
    const { recent, fetches, port, asked } = facet();
    const life = new AbortController();
    const asking = recent({ signal: life.signal });
    life.abort();
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
    fetches[0]?.resolve(port);
    await fetches[0]?.promise;
    expect(asked).toEqual([]);
  });

  it('fetches nothing for a caller that has stopped', async () => {
    const { recent, fetches } = facet();
    await expect(recent({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' });
    expect(fetches).toHaveLength(0);
  });

  it('passes on what it rejects with', async () => {
    const { recent, fetches } = facet();
    const asking = recent(call);
    fetches[0]?.resolve({ recent: () => Promise.reject(lost) });
    await expect(asking).rejects.toBe(lost);
  });
});

describe('the REST adapter, where its account code does not come', () => {
  const ACCOUNT = '../../src/backends/rest/account.js';
  let close: (() => Promise<void>) | undefined;
  afterEach(async () => {
    // What a login page fetches ahead may still be on its way.
    await vi.dynamicImportSettled();
    vi.doUnmock(ACCOUNT);
    vi.resetModules();
    await close?.();
  });

  async function without(answer: unknown) {
    vi.resetModules();
    vi.doMock(ACCOUNT, () => Promise.reject(lost));
    const { createRestBackend } = await import('../../src/backends/rest/create.js');
    const { seen, baseUrl, close: end } = await scriptedServer(json(answer));
    close = end;
    return { seen, backend: createRestBackend({ baseUrl }) as Required<MfaBackend> };
  }

  it('loads a challenge all the same', async () => {
    const { backend } = await without({ status: 'sign-in-first' });
    expect(await backend.challenge.load(null, call)).toEqual({ status: 'sign-in-first' });
  });

  it('sends nothing of a write and is unreachable', async () => {
    const { backend, seen } = await without({});
    await expect(backend.backupCodes.issue(call)).rejects.toMatchObject({ problem: { code: 'unreachable' } });
    expect(seen).toEqual([]);
  });

  it('serves the next call once it comes', async () => {
    const { backend } = await without({ ended: 1, trustedDevices: 'kept' });
    await backend.sessions.endOthers(call).catch(() => undefined);
    vi.doUnmock(ACCOUNT);
    expect(await backend.sessions.endOthers(call)).toEqual({ ended: 1, trustedDevices: 'kept' });
  });
});
