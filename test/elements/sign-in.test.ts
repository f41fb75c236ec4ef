import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/sign-in.js';
import '../../src/define/backup-code-form.js';
import type { MfaSignIn } from '../../src/elements/sign-in/sign-in.js';
import { DEFAULT_POLICY } from '../../src/core/policy.js';
import type { ChallengePort } from '../../src/ports/backend.js';
import { CHALLENGE, IN_BY_CODE } from '../support/challenge.js';
import { refuse, scriptedBackend } from '../support/scripted-backend.js';
import { control, errorText, part, settled, submitCode, textOf } from '../support/screen.js';

const CODE = 'CK7Q-M9XA-4TPB';

async function signIn(port?: Partial<ChallengePort>, lowAt = 3) {
  const scripted = scriptedBackend(port);
  const backend = { ...scripted.backend, policy: () => Promise.resolve({ ...DEFAULT_POLICY, lowAt }) };
  const element = await fixture<MfaSignIn>(
    html`<mfa-sign-in .backend=${backend} service="Fjord Bank" help-url="/help"></mfa-sign-in>`,
  );
  await settled(element);
  return { element, ...scripted };
}

async function follow(element: MfaSignIn, words: string): Promise<void> {
  control(element, words).click();
  // The screen's code is loaded on the way: wait for it to be on screen rather than for a time.
  await Promise.all([import('../../src/define/backup-code-form.js'), import('../../src/define/support.js')]);
  await settled(element);
}

describe('the sign-in', () => {
  it('starts with the challenge', async () => {
    const { element, calls } = await signIn();
    expect(textOf(element, 'title')).to.equal('Enter the code from your app');
    expect(calls).to.deep.equal(['load null']);
  });

  it('leads from "I lost my second factor" straight to the backup code, focus with it', async () => {
    const { element } = await signIn();
    await follow(element, 'I lost my second factor');
    expect(textOf(element, 'title')).to.equal('Enter a backup code');
    expect(document.activeElement).to.equal(part(element, 'title'));
  });

  it('never has both fields on the page', async () => {
    const { element } = await signIn();
    await follow(element, 'I lost my second factor');
    expect(element.querySelectorAll('input')).to.have.length(1);
    expect(element.querySelectorAll('[autocomplete=one-time-code]')).to.have.length(0);
  });

  for (const [notified, isTold] of [
    [['a•••@example.com', 'o•••@example.com'], true],
    [[], false],
    ['unknown', false],
  ] as const) {
    it(`says where the person was told of it, where the server says so (${String(notified)})`, async () => {
      const { element } = await signIn({ verify: () => Promise.resolve({ ...IN_BY_CODE, notified }) });
      await follow(element, 'I lost my second factor');
      await submitCode(element, CODE);
      expect(textOf(element, 'title')).to.equal("You're in");
      const words = 'We told you about this at a•••@example.com and o•••@example.com.';
      expect(element.textContent?.includes(isTold ? words : 'We told you')).to.equal(isTold);
    });
  }

  it('goes back to the challenge', async () => {
    const { element } = await signIn();
    await follow(element, 'I lost my second factor');
    await follow(element, 'Go back');
    expect(textOf(element, 'title')).to.equal('Enter the code from your app');
    expect(document.activeElement).to.equal(part(element, 'title'));
  });

  it('carries six digits over to the field they belong in, and sends nothing', async () => {
    const { element, calls } = await signIn();
    await follow(element, 'I lost my second factor');
    await submitCode(element, '482913');
    await follow(element, 'Use it as an app code');
    const input = element.querySelector('input');
    expect(input?.getAttribute('autocomplete')).to.equal('one-time-code');
    expect(input?.value).to.equal('482913');
    expect(document.activeElement).to.equal(input);
    expect(calls).to.deep.equal(['load null']);
  });

  for (const [left, words] of [
    [9, 'That backup code is now used up. You have 9 left.'],
    [3, 'That backup code is now used up. You have only 3 left.'],
    [0, 'That backup code is now used up. That was your last one.'],
    ['unknown', 'That backup code is now used up. Cross it out on your list.'],
  ] as const) {
    it(`says how many codes are left (${String(left)})`, async () => {
      const { element } = await signIn({ verify: () => Promise.resolve({ ...IN_BY_CODE, codesLeft: left }) });
      await follow(element, 'I lost my second factor');
      await submitCode(element, CODE);
      expect(textOf(element, 'title')).to.equal("You're in");
      expect(textOf(element, 'status')).to.equal(words);
    });
  }

  it('calls few what the server’s policy calls few', async () => {
    const { element } = await signIn({}, 9);
    await follow(element, 'I lost my second factor');
    await submitCode(element, CODE);
    expect(textOf(element, 'status')).to.equal('That backup code is now used up. You have only 9 left.');
  });

  it('asks nothing about repair where the server has none, and goes on to the app', async () => {
    const { element } = await signIn();
    await follow(element, 'I lost my second factor');
    await submitCode(element, CODE);
    expect([...element.querySelectorAll('button, a')].map((one) => one.textContent.trim())).to.deep.equal([
      'Go to Fjord Bank',
    ]);
    let done = 0;
    element.addEventListener('mfa-done', () => (done += 1));
    control(element, 'Go to Fjord Bank').click();
    expect(done).to.equal(1);
  });

  it('does not stop a person who has the second factor', async () => {
    const { element } = await signIn();
    let done = 0;
    element.addEventListener('mfa-done', () => (done += 1));
    await submitCode(element, '482913');
    expect(done).to.equal(1);
  });

  it('tells each fact once, from the element itself', async () => {
    const { element } = await signIn();
    const told: string[] = [];
    const names = ['mfa-lost-factor', 'mfa-way-chosen', 'mfa-proof-refused', 'mfa-verified'] as const;
    for (const name of names) document.addEventListener(name, note);
    function note(event: Event): void {
      told.push(event.type);
    }
    await follow(element, 'I lost my second factor');
    await submitCode(element, CODE);
    for (const name of names) document.removeEventListener(name, note);
    expect(told).to.deep.equal(['mfa-lost-factor', 'mfa-way-chosen', 'mfa-verified']);
  });

  it('leads to the help team where there are no codes', async () => {
    const offers = CHALLENGE.offers.filter((offer) => offer.kind === 'totp');
    const { element } = await signIn({
      load: () => Promise.resolve({ status: 'challenge', challenge: { ...CHALLENGE, offers } }),
    });
    await follow(element, 'I lost my second factor');
    expect(textOf(element, 'title')).to.equal('Ask our help team');
    expect(control(element, 'How to reach our help team').getAttribute('href')).to.equal('/help');
  });

  it('leads to the help team from a list that can’t be found, and back', async () => {
    const { element } = await signIn();
    await follow(element, 'I lost my second factor');
    await follow(element, "I can't find my codes");
    expect(textOf(element, 'title')).to.equal('Ask our help team');
    await follow(element, 'I found my codes');
    expect(textOf(element, 'title')).to.equal('Enter a backup code');
  });

  it('keeps an error of the backup code out of the challenge', async () => {
    const { element } = await signIn({ verify: refuse({ code: 'wrong-code' }) });
    await follow(element, 'I lost my second factor');
    await submitCode(element, CODE);
    await follow(element, 'Go back');
    expect(errorText(element)).to.equal('');
  });

  it('has no accessibility fault once the person is in', async () => {
    const { element } = await signIn();
    await follow(element, 'I lost my second factor');
    await submitCode(element, CODE);
    await expect(element).to.be.accessible();
  });
});
