import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { html } from 'hono/html';
import type { MiddlewareHandler } from 'hono';
import type { FormFault } from '../../src/server/better-auth';
import { PAGES } from '../addresses';

/** What the plain form says where there is no script. */
const WORDS: Readonly<Record<FormFault, string | ReturnType<typeof html>>> = {
  'no-code': 'Type the code from your app, or one of your backup codes.',
  'two-codes': 'Type one code only.',
  'wrong-code': "That code didn't work. Check it and try again.",
  'used-code': 'That code was used before. Use the next one.',
  'too-many-attempts': 'Too many tries. Wait a while, then try again.',
  'challenge-over': html`For your safety, this step has ended. <a href="/login">Sign in again</a>`,
  'not-allowed': "This code can't be used here.",
  server: 'Something went wrong at Fjord Bank. Try again in a moment.',
};

const PLACE = '<p role="alert" class="fault"></p>';

/** The challenge's page with the words for `?mfa=`, in the plain form; the script takes that form's place. */
export function challengePage(root: string): MiddlewareHandler {
  return async (c, next) => {
    const fault = c.req.query('mfa') ?? '';
    const words = Object.hasOwn(WORDS, fault) ? WORDS[fault as FormFault] : undefined;
    const page = words === undefined ? null : await readFile(join(root, PAGES['/challenge']), 'utf8').catch(() => null);
    if (words === undefined || page === null) return next();
    const line = await html`<p role="alert" class="fault">Error: ${words}</p>`;
    return c.html(
      page.replace(PLACE, () => String(line)),
      200,
      { 'cache-control': 'no-cache' },
    );
  };
}
