import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { createFakePlatform, OPERATIONS, type OperationId, type SimulatedServer } from '../../src/testing/index.js';
import {
  ask,
  attempt,
  byApp,
  freezeTokenOf,
  get,
  newAttempt,
  post,
  settle,
  start,
  submit,
  type Told,
} from './support/client.js';
import { asserted, made } from './support/passkeys.js';

const EVERYTHING = { passkeys: 1, delivered: [{ channel: 'email', to: 'a•••@example.com' }] } as const;

const inside = (server: SimulatedServer): void => server.signIn({ privileged: true });
const firstId = (server: SimulatedServer, kind: string): string =>
  server.account.factors.find((factor) => factor.kind === kind)!.id;

async function register(server: SimulatedServer): Promise<Told<unknown>> {
  const { json } = await post(server, '/passkeys/ceremonies', { kind: 'passkey' });
  return post(server, `/passkeys/ceremonies/${json.id}/register`, { credential: await made(json), name: 'Laptop' });
}

/** The way to a success of each operation, from an account that has every kind of factor. */
const SUCCESS: Record<OperationId, (server: SimulatedServer) => Promise<{ readonly status: number }>> = {
  loadChallenge: (server) => (server.passFirstFactor(), get(server, '/challenge?handle=challenge-1')),
  sendCode: (server) => (
    server.passFirstFactor(),
    post(server, '/challenge/deliveries', { offer: firstId(server, 'delivered-code') })
  ),
  preparePasskey: (server) => (server.passFirstFactor(), post(server, '/challenge/passkey')),
  attempt: (server) => (server.passFirstFactor(), attempt(server, byApp(server.appCode()))),
  settle: (server) => (server.passFirstFactor(), settle(server, newAttempt())),
  submitForm: (server) => (server.passFirstFactor(), submit(server, { totp: server.appCode() })),
  cancel: (server) => (server.passFirstFactor(), post(server, '/challenge/cancel')),
  loadStepUp: (server) => (inside(server), get(server, '/step-up')),
  sendStepUpCode: (server) => (
    inside(server),
    post(server, '/step-up/deliveries', { offer: firstId(server, 'delivered-code') })
  ),
  prepareStepUpPasskey: (server) => (inside(server), post(server, '/step-up/passkey')),
  proveStepUp: (server) => (
    inside(server),
    post(server, '/step-up/proofs', { attempt: newAttempt(), proof: byApp(server.appCode()) })
  ),
  listFactors: (server) => (inside(server), get(server, '/factors')),
  renameFactor: (server) => (
    inside(server),
    post(server, `/factors/${firstId(server, 'totp')}/rename`, { name: 'Blue phone' })
  ),
  removeFactor: (server) => (inside(server), post(server, `/factors/${firstId(server, 'totp')}/remove`)),
  backupCodesStatus: (server) => (inside(server), get(server, '/backup-codes')),
  issueBackupCodes: (server) => (inside(server), post(server, '/backup-codes/sets')),
  async confirmBackupCodes(server) {
    inside(server);
    const { json } = await post(server, '/backup-codes/sets');
    return post(server, `/backup-codes/sets/${json.id}/confirm`);
  },
  async discardBackupCodes(server) {
    inside(server);
    const { json } = await post(server, '/backup-codes/sets');
    return post(server, `/backup-codes/sets/${json.id}/discard`);
  },
  removeBackupCodes: (server) => (inside(server), post(server, '/backup-codes/remove')),
  startTotp: (server) => (inside(server), post(server, '/totp/setups', { replace: true, lost: false })),
  async verifyTotp(server) {
    inside(server);
    const { json } = await post(server, '/totp/setups', { replace: true, lost: true });
    return post(server, `/totp/setups/${json.id}/verify`, { code: server.appCode(json.key) });
  },
  async abandonTotp(server) {
    inside(server);
    const { json } = await post(server, '/totp/setups', { replace: true, lost: false });
    return post(server, `/totp/setups/${json.id}/abandon`);
  },
  prepareRegistration: (server) => (inside(server), post(server, '/passkeys/ceremonies', { kind: 'security-key' })),
  registerPasskey: (server) => (inside(server), register(server)),
  endOtherSessions: (server) => (inside(server), post(server, '/sessions/end-others')),
  currentCase: (server) => (server.passFirstFactor(), get(server, '/assistance/case')),
  requestHelp: (server) => (server.passFirstFactor(), post(server, '/assistance/cases')),
  async cancelHelp(server) {
    server.passFirstFactor();
    const { json } = await post(server, '/assistance/cases');
    return post(server, `/assistance/cases/${json.number}/cancel`);
  },
  async freeze(server) {
    server.passFirstFactor();
    await post(server, '/assistance/cases');
    return post(server, '/assistance/freeze', { token: freezeTokenOf(server) });
  },
  recentActivity: (server) => (inside(server), get(server, '/activity')),
  policy: (server) => get(server, '/policy'),
};

const { paths } = parse(readFileSync(new URL('../../src/backends/rest/openapi.yaml', import.meta.url), 'utf8')) as {
  paths: Record<string, Record<string, { operationId: string }>>;
};
const IN_CONTRACT = Object.entries(paths).flatMap(([path, operations]) =>
  Object.entries(operations).map(([method, { operationId }]) => [method.toUpperCase(), path, operationId]),
);

/** The form's own refusal is tested beside it. */
const JSON_OPERATIONS = (Object.keys(OPERATIONS) as OperationId[]).filter((id) => id !== 'submitForm');

describe('the simulated server', () => {
  test('has every operation of openapi.yaml where it stands there, and no other', () => {
    const served = Object.entries(OPERATIONS).map(([id, { method, path }]) => [method, path, id]);
    expect(served.sort()).toEqual(IN_CONTRACT.sort());
  });

  test.each(Object.keys(OPERATIONS) as OperationId[])('serves %s by the contract', async (operationId) => {
    const server = start({ account: EVERYTHING });
    const { status } = await SUCCESS[operationId](server);
    expect([200, 204, 303]).toContain(status);
    expect(server.log.at(-1)).toMatchObject({ operationId, status, fault: null, committed: true });
  });

  test.each(JSON_OPERATIONS)('can be told not to serve %s', async (operationId) => {
    const server = start({ account: EVERYTHING, unserved: [operationId] });
    const { method, path } = OPERATIONS[operationId];
    const told = await ask(server, method, path.replaceAll(/\{\w+\}/g, 'some-id-of-enough-length'));
    expect([told.status, told.problem.code, told.problem.reason]).toEqual([501, 'not-allowed', 'not-offered']);
  });

  test('lets in by a passkey that its account has', async () => {
    const server = start({ account: EVERYTHING });
    server.passFirstFactor();
    const { json } = await post(server, '/challenge/passkey');
    await attempt(server, await asserted(json, createFakePlatform({ passkeys: server.account.passkeys })));
    expect(server.signedIn).toBe(true);
  });
});
