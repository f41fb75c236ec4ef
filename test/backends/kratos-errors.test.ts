import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/backends/http.js';
import { OVER, problemOfAnswer, problemOfFlow, SUPERSEDED, type Asked } from '../../src/backends/kratos/errors.js';
import { flow } from '../../src/backends/kratos/flow.js';
import type { MfaProblem } from '../../src/core/errors.js';

type Code = MfaProblem['code'] | `not-allowed ${string}` | 'over';

const short = (problem: MfaProblem, over: MfaProblem): Code => {
  if (problem === over) return 'over';
  return problem.code === 'not-allowed' ? `not-allowed ${problem.reason}` : problem.code;
};

const answer = (status: number, error: object | null, headers = {}): Answer => ({
  status,
  headers: new Headers(headers),
  json: error === null ? undefined : { error },
});

describe('an error of Kratos', () => {
  it.each<[string, number, Code]>([
    ['session_inactive', 401, 'signed-out'],
    ['session_aal1_required', 401, 'signed-out'],
    ['session_aal2_required', 403, 'signed-out'],
    ['session_already_available', 400, 'over'],
    ['session_aal_already_fulfilled', 401, 'over'],
    ['session_verified_address_required', 403, 'not-allowed policy'],
    ['self_service_flow_expired', 410, 'over'],
    ['self_service_flow_replaced', 410, 'over'],
    ['self_service_flow_disabled', 400, 'not-allowed not-offered'],
    ['security_csrf_violation', 403, 'over'],
    ['security_identity_mismatch', 403, 'other-account'],
    ['browser_location_change_required', 422, 'over'],
    ['self_service_flow_return_to_forbidden', 400, 'misconfigured'],
    ['identity_disabled', 401, 'not-allowed suspended'],
    ['moon_phase', 400, 'bad-response'],
    ['constructor', 400, 'bad-response'],
    ['moon_phase', 401, 'signed-out'],
    ['moon_phase', 500, 'server'],
  ])('%s with %d is %s', (id, status, code) => {
    expect(short(problemOfAnswer(answer(status, { id, code: status }), { over: OVER }), OVER)).toBe(code);
  });

  it.each<[number, Code]>([
    [400, 'bad-response'],
    [401, 'signed-out'],
    [403, 'not-allowed policy'],
    [404, 'over'],
    [410, 'over'],
    [429, 'too-many-attempts'],
    [500, 'server'],
  ])('without an id is told by its status, %d, as %s', (status, code) => {
    expect(short(problemOfAnswer(answer(status, { code: status }), { over: SUPERSEDED }), SUPERSEDED)).toBe(code);
  });

  it.each<[number, Code]>([
    [200, 'bad-response'],
    [204, 'bad-response'],
    [303, 'bad-response'],
    [401, 'bad-response'],
    [404, 'bad-response'],
    [502, 'server'],
  ])('that is no JSON is none: %d is %s', (status, code) => {
    expect(short(problemOfAnswer(answer(status, null), { over: OVER }), OVER)).toBe(code);
  });

  it('says until when, where a limiter in front does', () => {
    const limited = answer(429, null, { 'retry-after': '60', date: 'Tue, 14 Nov 2023 22:13:20 GMT' });
    expect(problemOfAnswer(limited, { over: OVER })).toEqual({
      code: 'too-many-attempts',
      blocks: 'all',
      retryAt: 1_700_000_060_000,
      waitFor: 60_000,
    });
  });

  it('names what its operators find it by', () => {
    const failed = answer(500, { code: 500, request: 'r-17', message: 'In English.' });
    expect(problemOfAnswer(failed, { over: OVER })).toEqual({ code: 'server', reference: 'r-17' });
  });
});

const message = (id: number, type = 'error') => ({ id, type, text: 'In English.', context: { reason: 'In English.' } });
const form = (messages: object[], at?: string) =>
  flow({
    id: 'f',
    ui: {
      messages: at === undefined ? messages : [],
      nodes: at === undefined ? [] : [{ group: 'default', type: 'input', attributes: { name: at }, messages }],
    },
  });
const said = (about: Asked['about'], id: number, at?: string): Code =>
  short(problemOfFlow(form([message(id)], at), { about, over: SUPERSEDED }), SUPERSEDED);

describe('a message of a form', () => {
  it.each<[number, Asked['about'], Code]>([
    [4000001, 'totp', 'over'],
    [4000001, 'backup-code', 'over'],
    [4000001, 'password', 'over'],
    [4000001, 'codes', 'over'],
    [4000001, 'remove', 'over'],
    [4000001, 'nothing', 'over'],
    [4000001, 'passkey', 'passkey-refused'],
    [4000001, 'register', 'passkey-refused'],
    [4000001, 'delivered-code', 'delivered-code-expired'],
    [4000002, 'totp', 'wrong-code'],
    [4000003, 'totp', 'wrong-code'],
    [4000006, 'password', 'wrong-code'],
    [4000007, 'register', 'passkey-exists'],
    [4000008, 'totp', 'wrong-code'],
    [4000008, 'passkey', 'passkey-refused'],
    [4000009, 'register', 'misconfigured'],
    [4000010, 'totp', 'not-allowed policy'],
    [4000011, 'totp', 'not-allowed not-offered'],
    [4000012, 'backup-code', 'used-code'],
    [4000013, 'passkey', 'not-allowed not-offered'],
    [4000014, 'backup-code', 'not-allowed not-offered'],
    [4000015, 'passkey', 'not-allowed not-offered'],
    [4000016, 'backup-code', 'wrong-code'],
    [4000017, 'totp', 'wrong-code'],
    [4000026, 'totp', 'wrong-code'],
    [4000027, 'register', 'passkey-exists'],
    [4000028, 'register', 'passkey-exists'],
    [4000035, 'delivered-code', 'not-allowed not-offered'],
    [4000038, 'totp', 'not-allowed policy'],
    [4000042, 'passkey', 'not-allowed not-offered'],
    [4000043, 'passkey', 'passkey-refused'],
    [4000044, 'passkey', 'not-allowed not-offered'],
    [4000045, 'passkey', 'not-allowed not-offered'],
    [4000046, 'passkey', 'not-allowed not-offered'],
    [4010001, 'totp', 'over'],
    [4010002, 'totp', 'not-allowed not-offered'],
    [4010004, 'codes', 'not-allowed not-offered'],
    [4010007, 'totp', 'over'],
    [4010008, 'delivered-code', 'wrong-code'],
    [4010010, 'delivered-code', 'not-allowed not-offered'],
    [4010011, 'totp', 'not-allowed suspended'],
    [4050001, 'codes', 'over'],
    [4050002, 'codes', 'not-allowed policy'],
    [5000001, 'totp', 'server'],
    [5000002, 'totp', 'not-allowed not-offered'],
    [4999999, 'totp', 'bad-response'],
  ])('%d after %s is %s', (id, about, code) => {
    expect(said(about, id)).toBe(code);
  });

  it.each<[number, string, Asked['about'], Code]>([
    [4000002, 'webauthn_register_displayname', 'register', 'invalid-name'],
    [4000003, 'webauthn_register_displayname', 'register', 'invalid-name'],
    [4000002, 'identifier', 'passkey', 'passkey-refused'],
    [4000008, 'totp_code', 'totp', 'wrong-code'],
    [4000001, 'webauthn_register', 'register', 'passkey-exists'],
    [4000001, 'passkey_settings_register', 'register', 'passkey-exists'],
    [4000001, 'webauthn_remove', 'remove', 'not-allowed last-factor'],
  ])('%d at %s after %s is %s', (id, at, about, code) => {
    expect(said(about, id, at)).toBe(code);
  });

  it('that is known counts beside one that is not', () => {
    const both = form([message(4999999), message(4000012)]);
    expect(problemOfFlow(both, { about: 'backup-code', over: OVER })).toEqual({ code: 'used-code' });
  });

  it('that is no error is none', () => {
    const hint = form([message(4000012, 'info')]);
    expect(problemOfFlow(hint, { about: 'backup-code', over: OVER })).toEqual({ code: 'bad-response' });
  });
});

describe('a form', () => {
  it('is read without what nobody knows', () => {
    const read = flow({
      id: 'f',
      moon: 1,
      expires_at: 'soon',
      state: 7,
      ui: {
        phase: 'full',
        messages: [null, 'text', { id: 'x' }, message(4000008)],
        nodes: [
          null,
          'node',
          { group: 'moon', type: 'rock', attributes: { name: 'tide' } },
          { group: 'totp', type: 'input', attributes: {} },
          { group: 'totp', type: 'input', attributes: { name: 'totp_code', value: 7 }, messages: null, meta: null },
        ],
      },
    });
    expect(read.nodes.map(({ group, name }) => [group, name])).toEqual([
      ['moon', 'tide'],
      ['totp', 'totp_code'],
    ]);
    expect([read.messages.map(({ id }) => id), read.expiresAt, read.state]).toEqual([[4000008], 'unknown', '']);
  });

  it.each([
    null,
    [],
    {},
    { id: 'f' },
    { id: '', ui: { nodes: [] } },
    { id: 7, ui: { nodes: [] } },
    { id: 'f', ui: {} },
  ])('is none: %j', (value) => {
    expect(() => flow(value)).toThrow();
  });
});
