import { describe, expect, test } from 'vitest';
import { createFakePlatform, setOnline } from '../../src/testing/index.js';

const NEVER = new AbortController().signal;
const GET: PublicKeyCredentialRequestOptionsJSON = { challenge: 'Y2hhbGxlbmdl', rpId: 'app.example' };
const CREATE: PublicKeyCredentialCreationOptionsJSON = {
  challenge: 'Y2hhbGxlbmdl',
  rp: { id: 'app.example', name: 'App' },
  user: { id: 'dXNlcg', name: 'ada', displayName: 'Ada' },
  pubKeyCredParams: [],
};

describe('the fake authenticator', () => {
  test('finds what it made, for the site that it made it for', async () => {
    const { webauthn } = createFakePlatform();
    const made = await webauthn.create(CREATE, NEVER);
    const found = await webauthn.get(GET, NEVER);
    expect([made.is === 'done' && made.credential.id, found.is]).toEqual([
      found.is === 'done' && found.credential.id,
      'done',
    ]);
    expect(await webauthn.get({ ...GET, rpId: 'evil.example' }, NEVER)).toEqual({ is: 'not-finished' });
  });

  test('finds nothing among credentials that it does not hold', async () => {
    const { webauthn } = createFakePlatform({ passkeys: [{ id: 'b25l', userHandle: null, relyingParty: null }] });
    const allowed = (id: string) => webauthn.get({ ...GET, allowCredentials: [{ id, type: 'public-key' }] }, NEVER);
    expect([(await allowed('b25l')).is, (await allowed('dHdv')).is]).toEqual(['done', 'not-finished']);
  });

  test('makes nothing where it holds a credential of the account', async () => {
    const { webauthn } = createFakePlatform({ passkeys: [{ id: 'b25l', userHandle: null, relyingParty: null }] });
    const options = { ...CREATE, excludeCredentials: [{ id: 'b25l', type: 'public-key' as const }] };
    expect(await webauthn.create(options, NEVER)).toEqual({ is: 'exists' });
  });

  test('ends as it is told, once', async () => {
    const platform = createFakePlatform();
    platform.endNextCeremony({ is: 'not-finished' });
    expect((await platform.webauthn.create(CREATE, NEVER)).is).toBe('not-finished');
    expect((await platform.webauthn.create(CREATE, NEVER)).is).toBe('done');
  });

  test('can be unknown to the browser', async () => {
    const { webauthn } = createFakePlatform({ supported: false });
    expect([webauthn.supported, await webauthn.deviceCan(), (await webauthn.get(GET, NEVER)).is]).toEqual([
      false,
      false,
      'impossible',
    ]);
  });

  test('waits for the person until it is let go', async () => {
    const platform = createFakePlatform();
    platform.holdCeremonies(true);
    let ended = false;
    const waiting = platform.webauthn.create(CREATE, NEVER).then((result) => ((ended = true), result));
    await new Promise((resolve) => setTimeout(resolve));
    expect(ended).toBe(false);
    platform.holdCeremonies(false);
    expect((await waiting).is).toBe('done');
  });

  test('lets a ceremony be aborted', async () => {
    const platform = createFakePlatform();
    platform.holdCeremonies(true);
    const life = new AbortController();
    const waiting = platform.webauthn.create(CREATE, life.signal);
    life.abort();
    expect(await waiting).toEqual({ is: 'not-finished' });
    expect(platform.passkeys).toEqual([]);
  });

  test('writes down what it was asked and told', async () => {
    const platform = createFakePlatform();
    await platform.webauthn.get(GET, NEVER);
    await platform.webauthn.tellAccepted('app.example', 'dXNlcg', ['b25l']);
    expect(platform.ceremonies).toEqual([{ kind: 'get', options: GET }]);
    expect(platform.accepted).toEqual([{ relyingParty: 'app.example', userId: 'dXNlcg', passkeys: ['b25l'] }]);
  });
});

describe('the fake browser', () => {
  test('keeps what was copied, shown and offered', async () => {
    const platform = createFakePlatform();
    const sheet = { title: 'Codes', about: [], codes: ['one'], notes: [] };
    expect([
      await platform.copy('one'),
      await platform.print(sheet, NEVER),
      await platform.save('codes.txt', 'one', NEVER),
    ]).toEqual([true, 'shown', 'offered']);
    expect([platform.clipboard, platform.sheets, platform.files]).toEqual([
      'one',
      [sheet],
      [{ name: 'codes.txt', text: 'one' }],
    ]);
  });

  test('can block each, and no longer', async () => {
    const platform = createFakePlatform();
    for (const what of ['clipboard', 'printing', 'saving'] as const) platform.block(what);
    const sheet = { title: 'Codes', about: [], codes: [], notes: [] };
    expect([
      await platform.copy('one'),
      await platform.print(sheet, NEVER),
      await platform.save('codes.txt', '', NEVER),
    ]).toEqual([false, 'blocked', 'blocked']);
    expect([platform.clipboard, platform.sheets, platform.files]).toEqual([null, [], []]);
    platform.block('clipboard', false);
    expect(await platform.copy('one')).toBe(true);
  });
});

describe('being offline', () => {
  test('is put back as it was', () => {
    const before: unknown = globalThis.navigator?.onLine;
    const restore = setOnline(false);
    expect(globalThis.navigator.onLine).toBe(false);
    restore();
    expect(globalThis.navigator?.onLine).toBe(before);
  });

  test('within being online is put back to that', () => {
    const outer = setOnline(false);
    const inner = setOnline(true);
    inner();
    expect(globalThis.navigator.onLine).toBe(false);
    outer();
  });

  test('carries what one tab tells to the others of its name, and to no closed one', async () => {
    const platform = createFakePlatform();
    const heard: string[] = [];
    const open = (name: string, who: string) => platform.openTabs(name, () => void heard.push(who));
    const [one] = [open('codes', 'one'), open('codes', 'two'), open('other', 'three')];
    open('codes', 'closed').close();
    one.tell({ type: 'codes-made' });
    await Promise.resolve();
    expect(heard).toEqual(['two']);
  });
});
