import type { Page } from '@playwright/test';
import { holdPrint, makeCodes, signIn } from './codes';
import { dense, onPaper } from './paper';
import { expect, test } from './support';

/** What a page of a host does to its paper, as a sheet of its own origin: the policy lets no other in. */
const HOSTS: Record<string, string> = {
  'a plain page': '',
  'columns, page breaks and paper of its own': `
    @page { size: A4 landscape; margin: 45mm }
    @media print { body { columns: 3 } body * { break-before: page; break-after: page } }`,
  'boxes in boxes that clip, move and contain': `
    @media print {
      html, body { block-size: 100vh; overflow: hidden }
      main { contain: strict; block-size: 40px; inline-size: 40px; overflow: hidden }
      main, main * { transform: scale(.5) translateX(60vw) }
    }`,
  'a body whose children are not printed': '@media print { body > * { display: none !important } }',
  'a body that is hidden': '@media print { body { visibility: hidden !important } }',
  'a body that is not printed': '@media print { body { display: none !important } }',
  'fixed bars, a filter, and text before and after everything': `
    @media print { header, aside { position: fixed; inset: 0; z-index: 9 } body { filter: blur(2px) opacity(.1) } }
    html::before, html::after, body::before, body::after { content: 'HOSTMARK'; display: block; break-after: page }`,
  'a look of its own for every list and heading': `
    @page { size: A3; margin: 0 }
    @media print {
      *, *::before, *::after { color: #fff !important; text-shadow: none !important; background: transparent !important }
      [aria-hidden=true] { display: none !important }
      section { display: grid; grid-template-columns: 1fr 1fr; padding: 9rem }
      h1 { font-size: 9rem; break-after: page }
      ol { columns: 3; list-style: none; text-transform: lowercase }
      li { float: left; position: absolute; inset: 0; break-after: page; text-transform: lowercase !important }
    }`,
  'sections as tall as the screen': '@media print { section { min-block-size: 100vh } }',
  'sections that begin a page': '@media print { section { break-before: page } }',
  'sections that end a page': '@media print { section { break-after: page } }',
  'sections in columns': '@media print { section { columns: 2; block-size: 40px; overflow: hidden } }',
  'a sheet that hides and shrinks all there is': `
    @media print { html * { visibility: hidden !important; font-size: 0 !important } }`,
};

/** Two of them are enough for the gate. */
const SHORT = ['a plain page', 'a body that is not printed'];

/** The account page as this host would have it: its words around it and its sheet. */
async function asHost(page: Page, css: string): Promise<void> {
  await page.route('**/host.css', (route) => route.fulfill({ contentType: 'text/css', body: css }));
  await page.route('**/account', async (route) => {
    const response = await route.fetch();
    const whole = (await response.text())
      .replace('</head>', '<link rel="stylesheet" href="/host.css" /></head>')
      .replace('</body>', '<aside>HOSTMARK</aside><footer>HOSTMARK</footer></body>');
    await route.fulfill({ response, body: whole });
  });
}

for (const [name, css] of Object.entries(HOSTS)) {
  test(
    `only the codes stand on paper, on one page: ${name}`,
    { tag: SHORT.includes(name) ? [] : ['@long'] },
    async ({ page, person, violations }) => {
      await holdPrint(page);
      await asHost(page, css);
      await signIn(page, person);
      await expect(page.locator('footer')).toHaveText('HOSTMARK');
      const codes = await makeCodes(page);
      await page.getByRole('button', { name: 'Print' }).click();
      await expect(page.getByText('Check that every code is on the paper.')).toBeAttached();

      const { pages, text } = await onPaper(page);
      const paper = dense(text);
      expect(pages).toBe(1);
      expect(paper).toMatch(/^FjordBankbackupcodeslocalhost/);
      expect(paper).toContain(codes.join(''));
      expect(paper).toMatch(/Weneveraskforthesebyphone,emailorchat\.$/);
      for (const words of ['HOSTMARK', 'Youraccount', 'Signout', 'Saveyour']) expect(paper).not.toContain(words);
      expect(await violations()).toEqual([]);

      await expect(page.locator('[data-mfa-print]')).toHaveCount(0);
    },
  );
}

test('what a host prints by itself is seen on paper', async ({ page, person }) => {
  await asHost(page, '');
  await signIn(page, person);
  expect(dense((await onPaper(page)).text)).toContain('HOSTMARK');
});
