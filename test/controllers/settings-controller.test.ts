import { describe, expect, it } from 'vitest';
import { createRestBackend } from '../../src/backends/rest.js';
import { SettingsController } from '../../src/controllers/settings-controller.js';
import { MfaError } from '../../src/core/errors.js';
import type { View } from '../../src/core/settings.js';
import type { MfaBackend } from '../../src/ports/backend.js';
import { createSimulatedServer, type OperationId, type SimulatedServerOptions } from '../../src/testing/index.js';

const CAN = { keys: true, device: true };

async function opened(options: SimulatedServerOptions = {}, more: Partial<MfaBackend> = {}, view: View | null = null) {
  const server = createSimulatedServer({ baseUrl: 'https://app.example/mfa', ...options });
  server.signIn({ privileged: true });
  const backend = { ...createRestBackend({ baseUrl: server.baseUrl, fetch: server.fetch }), ...more };
  const controller = new SettingsController(backend);
  await controller.load(view === null ? null : { open: view }, Promise.resolve(CAN));
  const asked = (operation: OperationId): number =>
    server.log.filter(({ operationId }) => operationId === operation).length;
  const ground = () => {
    if (!('ground' in controller.state)) throw new Error(`It is ${controller.state.status}.`);
    return controller.state.ground;
  };
  const ask = (what: 'rename' | 'remove', kind: string): void => {
    const id = ground().factors.find((factor) => factor.kind === kind)?.id ?? '';
    controller.dispatch({ type: 'asked', what, id });
  };
  return { server, controller, asked, ground, ask };
}

const TWO: SimulatedServerOptions = { account: { passkeys: [{ name: 'Laptop' }] } };

describe('the account page', () => {
  it('is read again after each change', async () => {
    const { controller, ground, ask } = await opened(TWO);
    expect(ground().factors.map(({ removal }) => removal)).toEqual(['alone', 'alone']);
    ask('remove', 'passkey');
    await controller.remove();
    expect(ground().factors.map(({ kind, removal }) => [kind, removal])).toEqual([['totp', 'blocked']]);
    expect(ground().activity?.[0]?.what).toBe('mfa.factor_removed');
  });

  it('asks nothing of codes that the policy rules out', async () => {
    const { asked, ground } = await opened({ policy: { backupCodes: false } });
    expect([ground().codes, asked('backupCodesStatus'), asked('listFactors')]).toEqual([null, 0, 1]);
  });

  it('lives without what the server does not tell', async () => {
    const { ground } = await opened({ unserved: ['recentActivity'] });
    expect([ground().activity, ground().factors.length]).toEqual([null, 1]);
  });

  it('begins nothing on a view', async () => {
    const { server, controller } = await opened({ account: { totp: false } }, {}, 'totp');
    expect(controller.state).toMatchObject({ status: 'adding', kind: 'totp' });
    const READS = ['listFactors', 'policy', 'backupCodesStatus', 'recentActivity'];
    expect(server.log.map(({ operationId }) => operationId).filter((one) => !READS.includes(one ?? ''))).toEqual([]);
  });

  it('asks for no removal of the last way', async () => {
    const { controller, asked, ask } = await opened();
    ask('remove', 'totp');
    await controller.remove();
    expect([controller.state.status, asked('removeFactor')]).toEqual(['removal', 0]);
  });

  it('sends a removal once, whatever is clicked meanwhile', async () => {
    const { controller, asked, ask } = await opened(TWO);
    ask('remove', 'passkey');
    const first = controller.remove();
    await controller.remove();
    await first;
    expect([controller.state.status, asked('removeFactor')]).toEqual(['overview', 1]);
  });

  it.each([
    ['did it', true, 'overview'],
    ['did not', false, 'removal'],
  ])('asks the list when the answer to a removal is lost and the server %s', async (_, committed, status) => {
    const { server, controller, asked, ask } = await opened(TWO);
    ask('remove', 'passkey');
    server.faults.next('removeFactor', { kind: 'lost', committed });
    await controller.remove();
    expect([controller.state.status, asked('removeFactor')]).toEqual([status, 1]);
  });

  it('asks the list when the answer to a new name is lost', async () => {
    const { server, controller, ask } = await opened(TWO);
    ask('rename', 'passkey');
    server.faults.next('renameFactor', { kind: 'lost', committed: true });
    await controller.rename('Old laptop');
    expect(controller.state).toMatchObject({ status: 'overview', news: { what: 'renamed' } });
  });

  it('claims nothing of other sessions when that answer is lost', async () => {
    const { server, controller } = await opened();
    server.faults.next('endOtherSessions', { kind: 'lost', committed: true });
    await controller.endOthers();
    expect(controller.state).toMatchObject({ status: 'overview', news: null, trouble: { code: 'outcome-unknown' } });
  });

  it('sends nothing for a name that is none, or the same', async () => {
    const { controller, asked, ask } = await opened(TWO);
    ask('rename', 'passkey');
    await controller.rename('  ');
    expect(controller.state).toMatchObject({ status: 'renaming', trouble: { code: 'no-name' } });
    await controller.rename('Laptop');
    expect([controller.state.status, asked('renameFactor')]).toEqual(['overview', 0]);
  });

  it('waits for a proof, and then for another click', async () => {
    const { server, controller, asked, ask } = await opened(TWO);
    server.clock.advance(60 * 60_000);
    ask('remove', 'passkey');
    await controller.remove();
    expect(controller.state).toMatchObject({ status: 'proving', need: { how: 'in-place' } });
    controller.proved();
    expect([controller.state.status, asked('removeFactor')]).toEqual(['removal', 1]);
  });

  it('does it with the password in the call, where the server wants that', async () => {
    const calls: (string | undefined)[] = [];
    const factor = { id: 'app', kind: 'totp', name: 'unknown', opens: 'second-step', added: 'unknown' } as const;
    const rest = { lastUsed: 'unknown', synced: 'unknown', canRename: false, removal: 'all-second-factors' } as const;
    const { controller, ask } = await opened(
      {},
      {
        factors: {
          complete: false,
          list: () => Promise.resolve(calls.includes('right') ? [] : [{ ...factor, ...rest }]),
          remove: (_, { stepUp }) => {
            calls.push(stepUp?.password);
            return stepUp?.password === 'right'
              ? Promise.resolve({ notified: 'unknown' as const })
              : Promise.reject(
                  new MfaError({ code: 'step-up-required', need: { how: 'with-call', ways: ['password'] } }),
                );
          },
        },
      },
    );
    ask('remove', 'totp');
    await controller.remove();
    expect(await controller.withPassword('wrong')).toEqual({ code: 'wrong-code' });
    expect(await controller.withPassword('right')).toBeNull();
    expect([controller.state.status, calls]).toEqual(['overview', [undefined, 'wrong', 'right']]);
  });

  it('ends with the session', async () => {
    const { server, controller, ask } = await opened(TWO);
    ask('remove', 'passkey');
    server.desk.endSessions();
    await controller.remove();
    expect(controller.state.status).toBe('sign-in');
  });

  it('drops an answer that comes when it was stopped', async () => {
    const { controller, ask } = await opened(TWO);
    ask('remove', 'passkey');
    const removal = controller.remove();
    controller.stop();
    await removal;
    expect(controller.state.status).toBe('loading');
  });
});
