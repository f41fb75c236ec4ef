import { describe, expect, it } from 'vitest';
import { passkeyEnrollmentMachine, type PasskeyEnrollmentEvent } from '../../src/core/machines/passkey-enrollment.js';
import type { AddedKey, KeyGround, PasskeyEnrollmentState } from '../../src/core/passkey-enrollment.js';

const ground: KeyGround = { kind: 'passkey', opens: 'second-step', naming: 'optional' };
const added: AddedKey = { name: 'MacBook', todo: [], notified: 'unknown' };
const need = { need: { how: 'in-place', ways: [{ kind: 'totp' }] }, until: null } as const;
const problem = { code: 'passkey-refused' } as const;

const loaded: PasskeyEnrollmentEvent = { type: 'loaded', ground, obstacle: null };
const after = (...events: readonly PasskeyEnrollmentEvent[]): PasskeyEnrollmentState =>
  events.reduce(passkeyEnrollmentMachine, { status: 'loading' });
const begun = (...events: readonly PasskeyEnrollmentEvent[]) => after(loaded, ...events);
const sent = (...events: readonly PasskeyEnrollmentEvent[]) =>
  begun({ type: 'prompting' }, { type: 'registering' }, ...events);
const asking = { status: 'asking', trouble: null, news: null, first: null, ground };

describe('adding a passkey', () => {
  it.each<[string, PasskeyEnrollmentState, object]>([
    ['begins with the button', begun(), asking],
    [
      'begins with what stands in the way',
      after({ ...loaded, obstacle: 'device' }),
      { status: 'impossible', obstacle: 'device', ground },
    ],
    ['knows that a proof comes first', begun({ type: 'proof-first', ...need }), { ...asking, first: need }],
    [
      'asks for the proof once the person clicks',
      begun({ type: 'proof-first', ...need }, { type: 'proof-needed', ...need }),
      { status: 'proving', ...need, ground },
    ],
    [
      'waits for another click after the proof',
      begun({ type: 'proof-needed', ...need }, { type: 'proved' }),
      { ...asking, news: 'proved' },
    ],
    ['opens the dialog', begun({ type: 'prompting' }), { status: 'prompting', ground }],
    [
      'is calm where the dialog was left',
      begun({ type: 'prompting' }, { type: 'not-finished' }),
      { ...asking, news: 'not-finished' },
    ],
    ['ends where it is there already', begun({ type: 'prompting' }, { type: 'exists' }), { status: 'exists', ground }],
    [
      'says what the browser can’t',
      begun({ type: 'prompting' }, { type: 'hindered', trouble: { code: 'impossible' } }),
      { ...asking, trouble: { code: 'impossible' } },
    ],
    ['forgets what stood in the way', begun({ type: 'refused', problem }, { type: 'cleared' }), asking],
    ['sends what the dialog made', sent(), { status: 'registering', ground }],
    ['says what the server refused', sent({ type: 'refused', problem }), { ...asking, trouble: problem }],
    ['may need the proof only then', sent({ type: 'proof-needed', ...need }), { status: 'proving', ...need, ground }],
    ['ends with the session', sent({ type: 'signed-out' }), { status: 'sign-in' }],
    [
      'ends with the name',
      sent({ type: 'added', added, id: 'p1' }),
      { status: 'naming', id: 'p1', added, trouble: null, ground },
    ],
    [
      'ends without one that can’t be changed',
      sent({ type: 'added', added, id: null }),
      { status: 'added', added, ground },
    ],
  ])('%s', (_, state, expected) => {
    expect(state).toEqual(expected);
  });

  it.each<KeyGround['naming']>(['required', 'none'])('has no name after it where naming is %s', (naming) => {
    const events: PasskeyEnrollmentEvent[] = [
      { ...loaded, ground: { ...ground, naming } },
      { type: 'registering' },
      { type: 'added', added, id: 'p1' },
    ];
    expect(after(...events)).toMatchObject({ status: 'added' });
  });
});

describe('an answer that was lost', () => {
  const unsure = (canCheck: boolean) => sent({ type: 'unsettled', canCheck });

  it.each<[string, PasskeyEnrollmentState, object]>([
    ['is no answer', unsure(true), { status: 'unsure', canCheck: true, ground }],
    ['can be asked for', passkeyEnrollmentMachine(unsure(true), { type: 'checking' }), { status: 'checking', ground }],
    [
      'can’t be asked for where the server has no list',
      passkeyEnrollmentMachine(unsure(false), { type: 'checking' }),
      { status: 'unsure', canCheck: false, ground },
    ],
    [
      'may turn out a yes',
      sent({ type: 'unsettled', canCheck: true }, { type: 'checking' }, { type: 'added', added, id: null }),
      { status: 'added', added, ground },
    ],
    [
      'may turn out a no',
      sent({ type: 'unsettled', canCheck: true }, { type: 'checking' }, { type: 'not-added' }),
      { ...asking, trouble: { code: 'not-added' } },
    ],
    [
      'may stay lost',
      sent({ type: 'unsettled', canCheck: true }, { type: 'checking' }, { type: 'unsettled', canCheck: true }),
      { status: 'unsure', canCheck: true, ground },
    ],
  ])('%s', (_, state, expected) => {
    expect(state).toEqual(expected);
  });
});

describe('a name', () => {
  const naming = (...events: readonly PasskeyEnrollmentEvent[]) => sent({ type: 'added', added, id: 'p1' }, ...events);

  it.each<[string, PasskeyEnrollmentState, object]>([
    [
      'that is none is said',
      naming({ type: 'hindered', trouble: { code: 'no-name' } }),
      { status: 'naming', trouble: { code: 'no-name' } },
    ],
    ['leaves', naming({ type: 'renaming' }), { status: 'renaming', id: 'p1' }],
    [
      'is taken',
      naming({ type: 'renaming' }, { type: 'renamed', name: 'Laptop' }),
      { status: 'added', added: { name: 'Laptop' } },
    ],
    [
      'is refused, and the key is there all the same',
      naming({ type: 'renaming' }, { type: 'refused', problem: { code: 'invalid-name' } }),
      { status: 'naming', added: { name: 'MacBook' }, trouble: { code: 'invalid-name' } },
    ],
  ])('%s', (_, state, expected) => {
    expect(state).toMatchObject(expected);
  });
});

describe('what comes late', () => {
  it.each<[string, PasskeyEnrollmentState, PasskeyEnrollmentEvent]>([
    ['the dialog’s end', begun(), { type: 'exists' }],
    ['the server’s yes', begun(), { type: 'added', added, id: null }],
    ['a refusal', begun({ type: 'prompting' }), { type: 'refused', problem }],
    ['a proof', begun(), { type: 'proved' }],
    ['a way back while something is out', sent(), { type: 'back' }],
    ['a way back from nothing', after({ ...loaded, obstacle: 'frame' }), { type: 'back' }],
    ['another click', begun({ type: 'prompting' }), { type: 'prompting' }],
    ['what the browser can', begun(), loaded],
    ['anything before the start', { status: 'loading' }, { type: 'prompting' }],
    ['anything after the end of the session', { status: 'sign-in' }, { type: 'back' }],
  ])('is dropped: %s', (_, state, event) => {
    expect(passkeyEnrollmentMachine(state, event)).toBe(state);
  });

  it('begins anew all the same', () => {
    expect(passkeyEnrollmentMachine(sent(), { type: 'loading' })).toEqual({ status: 'loading' });
  });
});
