import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/challenge.js';
import type { MfaProblem } from '../../src/core/errors.js';
import type { MfaChallenge } from '../../src/elements/challenge/challenge.js';
import type { ChallengePort } from '../../src/ports/backend.js';
import { CHALLENGE } from '../support/challenge.js';
import { refuse, scriptedBackend } from '../support/scripted-backend.js';
import { control, errorText, part, settled, submitCode, textOf } from '../support/screen.js';

async function challenge(port?: Partial<ChallengePort>) {
  const scripted = scriptedBackend(port);
  const element = await fixture<MfaChallenge>(
    html`<mfa-challenge .backend=${scripted.backend} service="Fjord Bank"></mfa-challenge>`,
  );
  await settled(element);
  return { element, ...scripted };
}

describe('the challenge', () => {
  it('asks for the code from the app', async () => {
    const { element } = await challenge();
    expect(textOf(element, 'title')).to.equal('Enter the code from your app');
    expect(textOf(element, 'who')).to.equal('Signing in to Fjord Bank as a•••@example.com');
    expect(textOf(element, 'text')).to.equal('Open your authenticator app and type the 6-digit code for Fjord Bank.');
  });

  it('does not name an account that the server does not tell', async () => {
    const { element } = await challenge({
      load: () => Promise.resolve({ status: 'challenge', challenge: { ...CHALLENGE, account: 'unknown' } }),
    });
    expect(textOf(element, 'who')).to.equal('Signing in to Fjord Bank');
  });

  it('has one labelled field that managers and phones fill', async () => {
    const { element } = await challenge();
    const input = element.querySelector('input');
    expect(input?.labels?.[0]?.textContent).to.equal('App code');
    expect([input?.getAttribute('autocomplete'), input?.inputMode, input?.type]).to.deep.equal([
      'one-time-code',
      'numeric',
      'text',
    ]);
  });

  it('shows "I lost my second factor" as a link after the form', async () => {
    const { element } = await challenge();
    const lost = control(element, 'I lost my second factor');
    const form = element.querySelector('form');
    expect(lost.getAttribute('role')).to.equal('link');
    expect(form?.compareDocumentPosition(lost)).to.equal(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(element.textContent).to.contain('Lost your phone or key, or got a new one? Start here.');
  });

  it('gives no room to regions that have nothing to say, which screen readers know all the same', async () => {
    const { element } = await challenge();
    const regions = ['status', 'error'].map((name) => part(element, name) as HTMLElement);
    const height = (): number => element.getBoundingClientRect().height;
    const tall = height();
    expect(regions.map((one) => one.checkVisibility())).to.deep.equal([true, true]);
    for (const one of regions) one.style.display = 'none';
    expect(height()).to.equal(tall);
  });

  it('has no accessibility fault', async () => {
    const { element } = await challenge();
    await expect(element).to.be.accessible();
  });

  it('sends an app code typed with blanks', async () => {
    const { element, proofs } = await challenge();
    await submitCode(element, ' 482 913 ');
    expect(proofs.map(({ proof }) => proof)).to.deep.equal([{ kind: 'totp', code: '482913' }]);
  });

  for (const [what, typed, words] of [
    ['nothing', '', 'Error: Type the 6-digit code from your app.'],
    ['four digits', '4829', "Error: That doesn't look complete. App codes have 6 digits."],
  ] as const) {
    it(`answers ${what} without asking the server`, async () => {
      const { element, calls } = await challenge();
      await submitCode(element, typed);
      expect(errorText(element)).to.equal(words);
      expect(calls).to.deep.equal(['load null']);
    });
  }

  for (const [what, problem, words] of [
    [
      'a wrong code',
      { code: 'wrong-code' },
      "Error: That code didn't work. Wait for a new code in your app and try that one.",
    ],
    ['a code that was used', { code: 'used-code' }, 'Error: That code was already used. Wait for the next one.'],
    [
      'the last try',
      { code: 'wrong-code', triesLeft: 1 },
      "Error: That code didn't work. Wait for a new code in your app and try that one. You can try one more time.",
    ],
    [
      'a way that is closed',
      { code: 'not-allowed', reason: 'policy' },
      "Error: This can't be used here right now. Choose another way.",
    ],
  ] as const satisfies readonly (readonly [string, MfaProblem, string])[]) {
    it(`has words for ${what}`, async () => {
      const { element } = await challenge({ verify: refuse(problem) });
      await submitCode(element, '482913');
      expect(errorText(element)).to.equal(words);
    });
  }

  it('says until when a way is closed, in the page’s language', async () => {
    const retryAt = new Date(2026, 0, 2, 15, 4).getTime();
    const { element } = await challenge({ verify: refuse({ code: 'too-many-attempts', blocks: ['totp'], retryAt }) });
    element.lang = 'de';
    await submitCode(element, '482913');
    expect(errorText(element)).to.equal('Error: Too many tries. You can use your app again at 15:04.');
  });

  it('says what was lost when a person follows the link, once', async () => {
    const { element } = await challenge();
    let told = 0;
    element.addEventListener('mfa-lost-factor', () => (told += 1));
    control(element, 'I lost my second factor').click();
    expect(told).to.equal(1);
  });

  it('ends the challenge on Cancel, and asks for the sign-in', async () => {
    const { element, calls } = await challenge();
    let needed = 0;
    element.addEventListener('mfa-sign-in-needed', () => (needed += 1));
    control(element, 'Cancel').click();
    await settled(element);
    expect([calls.at(-1), needed]).to.deep.equal(['cancel', 1]);
  });

  it('does not say again that the sign-in is needed, nor leave, once the host has taken it away', async () => {
    const { element, calls } = await challenge();
    let needed = 0;
    element.addEventListener('mfa-sign-in-needed', () => (needed += 1));
    control(element, 'Cancel').click();
    element.remove();
    await settled(element);
    expect([calls.at(-1), needed]).to.deep.equal(['cancel', 0]);
  });

  it('does not follow the link while a code is under way', async () => {
    const { element } = await challenge({ verify: () => new Promise(() => undefined) });
    let told = 0;
    element.addEventListener('mfa-lost-factor', () => (told += 1));
    await submitCode(element, '482913');
    control(element, 'I lost my second factor').click();
    expect(told).to.equal(0);
  });

  it('speaks of no code when nothing could be loaded offline', async () => {
    const { element } = await challenge({ load: refuse({ code: 'offline' }) });
    expect(errorText(element)).to.equal("Error: You're offline.");
  });

  it('moves focus to the heading when trying again succeeds', async () => {
    const loads = [
      refuse({ code: 'unreachable' }),
      () => Promise.resolve({ status: 'challenge', challenge: CHALLENGE } as const),
    ];
    const { element } = await challenge({ load: () => (loads.shift() ?? refuse({ code: 'unreachable' }))() });
    control(element, 'Try again').click();
    await settled(element);
    expect(document.activeElement).to.equal(part(element, 'title'));
  });

  it('tells of a challenge that the page brought along, too', async () => {
    const { backend, calls } = scriptedBackend({ given: () => ({ status: 'challenge', challenge: CHALLENGE }) });
    const element = document.createElement('mfa-challenge');
    const told: unknown[] = [];
    element.addEventListener('mfa-challenge-shown', ({ detail }) => told.push(detail.ways));
    Object.assign(element, { backend, challenge: {} });
    const host = await fixture<HTMLElement>(html`<div></div>`);
    host.append(element);
    await settled(element);
    expect([told, calls]).to.deep.equal([[['totp', 'backup-code']], []]);
  });

  it('tells each fact once', async () => {
    const { element } = await challenge({ verify: refuse({ code: 'wrong-code' }) });
    const told: string[] = [];
    for (const name of ['mfa-challenge-shown', 'mfa-proof-refused', 'mfa-verified'] as const) {
      element.addEventListener(name, ({ type, detail }) => told.push(`${type} ${String(detail.flow)}`));
    }
    await submitCode(element, '482913');
    expect(told).to.deep.equal(['mfa-proof-refused challenge-1']);
  });

  it('goes on when a listener throws', async () => {
    const { element } = await challenge({ verify: refuse({ code: 'wrong-code' }) });
    const { onerror } = window;
    const caught = new Promise((resolve) => (window.onerror = (message) => (resolve(message), true)));
    element.addEventListener('mfa-proof-refused', () => {
      throw new Error('a host’s mistake');
    });
    await submitCode(element, '482913');
    expect(await caught).to.contain('a host’s mistake');
    window.onerror = onerror;
    expect(errorText(element)).to.contain("didn't work");
  });

  it('has the focus in its field when it appears, and moves it with the screen', async () => {
    const { element } = await challenge({ verify: refuse({ code: 'challenge-over', restart: 'sign-in' }) });
    expect(document.activeElement).to.equal(element.querySelector('input'));
    await submitCode(element, '482913');
    expect(document.activeElement).to.equal(part(element, 'title'));
  });

  it('empties its field when the page is left', async () => {
    const { element } = await challenge();
    const input = element.querySelector('input');
    if (input) input.value = '482913';
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    expect(input?.value).to.equal('');
  });

  it('asks anew when the page comes back from the back/forward cache', async () => {
    const { element, calls } = await challenge();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    await settled(element);
    expect(calls).to.deep.equal(['load null', 'load challenge-1']);
  });

  it('ignores codes in the page’s address', async () => {
    const before = location.href;
    history.replaceState(null, '', '?code=482913#code=482913');
    const { element } = await challenge();
    history.replaceState(null, '', before);
    expect(element.querySelector('input')?.value).to.equal('');
  });
});
