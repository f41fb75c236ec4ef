import { getHeapSnapshot } from 'node:v8';
import { describe, expect, it } from 'vitest';
import { createKratosBackend } from '../../src/backends/kratos.js';
import { call, TOTP } from '../support/kratos/page.js';

const turned = (text: string): string => Array.from(text).reverse().join('');

/** Whether anything of this process still holds a text, given back to front so that the question does not hold it itself. */
async function holds(back: string): Promise<boolean> {
  const needle = Buffer.from(turned(back));
  let rest = Buffer.alloc(0);
  let found = false;
  for await (const chunk of getHeapSnapshot()) {
    const part = Buffer.concat([rest, chunk as Buffer]);
    found ||= part.includes(needle);
    rest = part.subarray(-needle.length);
  }
  return found;
}

const BACK = turned('h7kq') + turned('2w9z');
const KEY_BACK = turned('JBSWY3DPEHPK') + turned('3PXPQRSTUVWX');

/** A Kratos of one form, which shows a set of codes and an app's key and keeps neither. */
const form = (): Response => {
  const node = (group: string, attributes: object) => ({ group, type: 'text', attributes, messages: [], meta: {} });
  const secret = turned(BACK);
  const nodes = [
    node('lookup_secret', {
      id: 'lookup_secret_codes',
      text: { id: 1050015, type: 'info', context: { secrets: [{ id: 1050009, type: 'info', context: { secret } }] } },
    }),
    node('lookup_secret', { name: 'lookup_secret_disable' }),
    node('totp', {
      id: 'totp_secret_key',
      text: { id: 1050006, type: 'info', context: { secret: turned(KEY_BACK) } },
    }),
  ];
  const headers = { 'content-type': 'application/json', 'cache-control': 'no-store' };
  return new Response(JSON.stringify({ id: 'f', ui: { nodes } }), { headers });
};

describe('an adapter that has shown codes and a key', () => {
  it('holds neither once their screen is gone', { timeout: 120_000 }, async () => {
    const { backupCodes, totp } = createKratosBackend({
      baseUrl: 'https://app.example/kratos',
      fetch: () => Promise.resolve(form()),
      totp: TOTP,
    });
    const onScreen: unknown[] = [];
    const show = async (): Promise<void> => {
      onScreen.push(await backupCodes?.issue(call), await totp?.start({ replace: false, lost: false }, call));
    };
    await show();
    expect([await holds(BACK), await holds(KEY_BACK)]).toEqual([true, true]);
    onScreen.length = 0;
    // The engine itself keeps what an expression looked at last, until the next one does.
    expect('.').toMatch(/\./);
    expect([await holds(BACK), await holds(KEY_BACK)]).toEqual([false, false]);
    expect(backupCodes).toBeDefined();
  });
});
