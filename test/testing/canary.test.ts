import { describe, expect, test } from 'vitest';
import { CANARY_DIGITS, findCanary, mask } from '../../src/testing/index.js';
import { post, start } from './support/client.js';

const CODE = 'CANA-RY4K-9QTP';
const DIGITS = `${CANARY_DIGITS}123`;
const entities = (text: string, write: (point: number) => string) =>
  [...text].map((c) => write(c.codePointAt(0)!)).join('');
const hex = (point: number, length: number) => point.toString(16).padStart(length, '0');

describe('the canary', () => {
  test.each([
    ['as it is', `Your code: ${CODE}.`],
    ['in small letters', CODE.toLowerCase()],
    ['without dashes', CODE.replaceAll('-', '')],
    ['with blanks', 'cana ry4k 9qtp'],
    ['character by character', [...CODE].join(' ')],
    ['with invisible characters', [...CODE].join('\u200b')],
    ['with other dashes', CODE.replaceAll('-', '–')],
    ['cut short', 'CANA-RY4'],
    ['as a key', 'otpauth://totp/a?secret=CANARY2ABCDEF'],
    ['in an address', encodeURIComponent(`cana ry4k`)],
    ['encoded byte by byte', entities(CODE, (point) => `%${hex(point, 2)}`)],
    ['encoded twice', encodeURIComponent(encodeURIComponent('CANA RY4K'))],
    ['as decimal entities', entities(CODE, (point) => `&#${point};`)],
    ['as hexadecimal entities', entities(CODE, (point) => `&#x${hex(point, 2)};`)],
    ['with named entities', 'CANA&nbsp;RY4K&hyphen;9QTP'],
    ['as escapes of JSON', entities(CODE, (point) => `\\u${hex(point, 4)}`)],
    ['as escapes of a script', entities(CODE, (point) => `\\x${hex(point, 2)}`)],
    ['in base64', btoa(CODE)],
    ['within base64', btoa(`{"code":"${CODE}"}`)],
    ['in base64url in an address', `/go?c=${encodeURIComponent(btoa(`x${CODE}`))}&d=1`],
    ['in base64 behind other letters', `abc${btoa(CODE)}`],
    ['as six digits', `Type ${DIGITS} now`],
    ['as six digits with a gap', '738 123'],
    ['beside a random id', `4356d202-7381-23a5-a50d-551082445442 ${DIGITS}`],
    ['as six digits in base64', btoa(`code=${DIGITS}`)],
  ])('is found %s, and not printed', (_, text) => {
    const found = findCanary(text);
    expect(found.length).toBeGreaterThan(0);
    for (const { sample } of found) {
      expect(sample).toContain('•••');
      expect(sample).not.toMatch(/canary|RY4K|9QTP|738/i);
    }
  });

  test.each([
    ['a text without one', 'Enter a backup code'],
    ['a file of that name', '/test/testing/canary.test.ts'],
    ['the word in a sentence', 'The canary rule holds.'],
    ['a longer number', '1738123000'],
    ['a random id', '/attempts/4356d202-7381-23a5-a50d-551082445442/settle'],
    ['another one', 'a1738123-5738-4234-a50d-738123445442'],
    ['a time', String(1_738_123_000_000)],
    ['broken encodings', '%ZZ%7 &#xFFFFFFFF; \\u12 ===='],
    ['nothing', ''],
  ])('is not found in %s', (_, text) => {
    expect(findCanary(text)).toEqual([]);
  });

  test('shows what stands around it', () => {
    expect(findCanary(`<p title="Copy ${CODE}." lang="en">`)).toEqual([
      { kind: 'code-or-key', as: 'plain', sample: '<p title="Copy •••." lang="en">' },
    ]);
  });

  test('is masked wherever it stands', () => {
    expect(mask(`${CODE}\n${DIGITS}`)).not.toMatch(/[0-9]/);
  });
});

describe('every secret of the simulated server', () => {
  test('holds the mark', async () => {
    const server = start({
      account: { delivered: [{ channel: 'sms', to: '••• 42' }], enroll: { because: 'policy' } },
    });
    server.signIn();
    const set = (await post(server, '/backup-codes/sets')).json;
    const setup = (await post(server, '/totp/setups', { replace: true, lost: false })).json;
    await post(server, '/step-up/deliveries', { offer: 'delivered-1' });
    const secrets: string[] = [
      ...set.codes,
      ...server.account.codeSets.flatMap(({ codes }) => codes.map(({ code }) => code)),
      setup.key,
      setup.uri,
      server.account.appKey!,
      server.account.password,
      server.appCode(),
      server.appCode(setup.key),
      server.sentCode(),
      server.wrongCode('totp'),
      server.wrongCode('backup-code'),
      server.wrongCode('delivered-code'),
      ...server.desk.giveCodes(3),
      ...Object.values(server.desk.reset()).map(String),
    ];
    expect(secrets.filter((secret) => findCanary(secret).length === 0)).toEqual([]);
    expect(secrets).toHaveLength(45);
  });

  test('differs from every other', async () => {
    const server = start();
    server.signIn();
    for (let time = 0; time < 5; time += 1) await post(server, '/backup-codes/sets');
    const codes = server.account.codeSets.flatMap((set) => set.codes.map(({ code }) => code));
    expect([codes.length, new Set(codes).size]).toEqual([60, 60]);
  });
});
