import { describe, expect, it } from 'vitest';
import { FORM_FAULTS, renderFallback } from '../../src/fallback';
import { words as arabic } from '../../src/fallback/ar';

describe('the plain form', () => {
  it('stands inside the element, goes to the contract’s route, and has a field for each kind of code', () => {
    expect(
      renderFallback({ attributes: { backend: 'rest', service: 'Fjord Bank', unstyled: true, 'sign-in-url': null } }),
    ).toBe(`<mfa-sign-in backend="rest" service="Fjord Bank" unstyled>
  <form method="post" action="/api/auth/mfa/challenge/form">
    <p><label>App code <input name="totp" autocomplete="one-time-code" inputmode="numeric" dir="ltr" spellcheck="false"></label></p>
    <p><button>Continue</button></p>
  </form>
  <details>
    <summary>I lost my second factor</summary>
    <form method="post" action="/api/auth/mfa/challenge/form">
      <p><label>Backup code <input name="backup-code" autocomplete="off" autocapitalize="none" translate="no" dir="ltr" spellcheck="false"></label></p>
      <p><button>Use this code</button></p>
    </form>
  </details>
</mfa-sign-in>`);
  });

  it.each([
    ['/auth/mfa', '/auth/mfa/challenge/form'],
    ['/auth/mfa/', '/auth/mfa/challenge/form'],
  ])('posts below its base %s', (base, action) => {
    expect(renderFallback({ attributes: { 'base-url': base } })).toContain(`action="${action}"`);
  });

  it('leads to the help team where there is a page of theirs', () => {
    const html = renderFallback({ attributes: { 'help-url': '/help?a=1&b=2' } });
    expect(html).toContain('<p><a href="/help?a=1&amp;b=2">I can&#39;t find my codes</a></p>');
  });

  it('is in the language whose words it is given, codes from left to right', () => {
    const html = renderFallback({ words: arabic, fault: 'server', attributes: { 'help-url': '/help' } });
    const said = [...html.matchAll(/>([^<>]*\p{L}[^<>]*)</gu)].map(([, text]) => text ?? '');
    expect(said.filter((text) => /[a-z]/i.test(text))).toEqual([]);
    expect(said).toHaveLength(7);
    expect(html.match(/dir="ltr"/g)).toHaveLength(2);
  });

  it.each(FORM_FAULTS)('says in words what went wrong: %s', (fault) => {
    expect(renderFallback({ fault })).toMatch(/<p role="alert">Error: \w.{15,}<\/p>/);
  });

  it.each([undefined, null, '', 'constructor', '<b>', 'nothing-known'])('says nothing of %j', (fault) => {
    expect(renderFallback({ fault })).not.toContain('role="alert"');
  });

  it('escapes what stands in an attribute', () => {
    const html = renderFallback({ attributes: { service: `"><script>alert('1')</script>&` } });
    expect(html).toContain('service="&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;"');
  });

  it.each(['on x', 'a>', 'A', '', '"'])('takes no attribute named %j', (name) => {
    expect(() => renderFallback({ attributes: { [name]: 'x' } })).toThrow(TypeError);
  });

  it('hands in a challenge that no text of it can end', () => {
    const challenge = { status: 'challenge', challenge: { account: '</script><b>' } };
    const html = renderFallback({ tag: 'mfa-challenge', challenge });
    const json = /<script type="application\/json">(.*)<\/script>/.exec(html)?.[1] ?? '';
    expect(json).not.toContain('<');
    expect(JSON.parse(json)).toEqual(challenge);
  });
});
