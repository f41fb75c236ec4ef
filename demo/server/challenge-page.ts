import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { html } from 'hono/html';
import type { MiddlewareHandler } from 'hono';
import { formFault } from '../../src/core/form-fault';
import { fallback } from '../../src/i18n/messages/fallback';
import { PAGES } from '../addresses';

const PLACE = '<p role="alert" class="fault"></p>';

/** The challenge's page with the words for `?mfa=`, in the plain form; the script takes that form's place. */
export function challengePage(root: string): MiddlewareHandler {
  return async (c, next) => {
    const fault = formFault(c.req.query('mfa'));
    const page = fault && (await readFile(join(root, PAGES['/challenge']), 'utf8').catch(() => undefined));
    if (!fault || !page) return next();
    const login = fault === 'challenge-over' ? html` <a href="/login">Go to sign-in</a>` : '';
    const line = await html`<p role="alert" class="fault">Error: ${fallback().faults[fault]}${login}</p>`;
    return c.html(
      page.replace(PLACE, () => String(line)),
      200,
      { 'cache-control': 'no-cache' },
    );
  };
}
