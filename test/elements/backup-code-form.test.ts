import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define/backup-code-form.js';
import type { MfaBackupCodeForm } from '../../src/elements/backup-code-form/backup-code-form.js';
import type { MfaProblem } from '../../src/core/errors.js';
import type { ChallengePort } from '../../src/ports/backend.js';
import { CHALLENGE } from '../support/challenge.js';
import { refuse, scriptedBackend } from '../support/scripted-backend.js';
import { control, errorText, part, settled, submitCode, textOf } from '../support/screen.js';

const CODE = 'CK7Q-M9XA-4TPB';

async function form(port?: Partial<ChallengePort>) {
  const scripted = scriptedBackend(port);
  const element = await fixture<MfaBackupCodeForm>(
    html`<mfa-backup-code-form .backend=${scripted.backend} service="Fjord Bank"></mfa-backup-code-form>`,
  );
  await settled(element);
  return { element, ...scripted };
}

describe('the backup-code form', () => {
  it('asks for one code, in words that fit the server’s codes', async () => {
    const { element } = await form();
    expect(textOf(element, 'title')).to.equal('Enter a backup code');
    expect(textOf(element, 'who')).to.equal('Signing in to Fjord Bank as a•••@example.com');
    expect(element.textContent).to.contain(
      'It looks like XXXX-XXXX-XXXX. Small or capital letters, with or without dashes: all fine.',
    );
    expect(element.textContent?.replaceAll(/\s+/g, ' ')).to.contain('You are on localhost.');
    expect(element.querySelectorAll('input')).to.have.length(1);
  });

  it('has one labelled field that managers do not take for an app code', async () => {
    const { element } = await form();
    const input = element.querySelector('input');
    expect(input?.labels?.[0]?.textContent).to.equal('Backup code');
    expect(input?.autocomplete).to.equal('off');
    expect(input?.hasAttribute('maxlength')).to.equal(false);
    expect(input?.spellcheck).to.equal(false);
  });

  it('shows the code as dots, and as it is again, as the person likes', async () => {
    const { element } = await form();
    await submitCode(element, 'CK7Q');
    const looks: unknown[] = [];
    for (const words of ['Hide the code', 'Show the code']) {
      control(element, words).click();
      await settled(element);
      const input = element.querySelector('input');
      looks.push([input && getComputedStyle(input).getPropertyValue('-webkit-text-security'), input?.value]);
    }
    expect(looks).to.deep.equal([
      ['disc', 'CK7Q'],
      ['none', 'CK7Q'],
    ]);
  });

  it('has no accessibility fault', async () => {
    const { element } = await form();
    await expect(element).to.be.accessible();
  });

  it('sends the code in the server’s spelling when Enter submits the form', async () => {
    const { element, proofs } = await form();
    await submitCode(element, '  2.  ck7q m9xa–4tpb ');
    expect(proofs.map(({ proof }) => proof)).to.deep.equal([{ kind: 'backup-code', code: CODE }]);
  });

  for (const [what, typed, words] of [
    ['nothing', '  ', 'Error: Type one of your backup codes.'],
    ['six digits', '482 913', 'Error: That looks like a code from your app. Use it as an app code'],
    ['a whole list', `1. ${CODE}\n2. DDDD-EEEE-FFFF`, "Error: That's more than one code. Leave just one."],
    ['half a code', 'CK7Q-M9', "Error: That doesn't look complete. Backup codes look like XXXX-XXXX-XXXX."],
  ] as const) {
    it(`answers ${what} without asking the server`, async () => {
      const { element, calls } = await form();
      await submitCode(element, typed);
      expect(errorText(element)).to.equal(words);
      expect(calls).to.deep.equal(['load null']);
    });
  }

  for (const [what, problem, words] of [
    [
      'a wrong code',
      { code: 'wrong-code' },
      "Error: That code didn't work. Check each letter and number, or use the next code on your list.",
    ],
    ['a used code', { code: 'used-code' }, 'Error: You have used that code before. Cross it out and use the next one.'],
    [
      'the third-last try',
      { code: 'wrong-code', triesLeft: 3 },
      "Error: That code didn't work. Check each letter and number, or use the next code on your list. You can try 3 more times.",
    ],
    [
      'the fourth-last try',
      { code: 'wrong-code', triesLeft: 4 },
      "Error: That code didn't work. Check each letter and number, or use the next code on your list.",
    ],
    ['being offline', { code: 'offline' }, "Error: You're offline. Your code was not sent."],
    [
      'a limit without a time',
      { code: 'too-many-attempts', blocks: ['backup-code'], retryAt: 'unknown' },
      'Error: Too many tries. Wait a little, then try again.',
    ],
  ] as const satisfies readonly (readonly [string, MfaProblem, string])[]) {
    it(`has words for ${what}, keeps the text, and goes back to the field`, async () => {
      const { element } = await form({ verify: refuse(problem) });
      await submitCode(element, CODE);
      const input = element.querySelector('input');
      expect(errorText(element)).to.equal(words);
      expect(input?.value).to.equal(CODE);
      expect(document.activeElement).to.equal(input);
    });
  }

  it('ties the error to the field', async () => {
    const { element } = await form({ verify: refuse({ code: 'wrong-code' }) });
    await submitCode(element, CODE);
    const input = element.querySelector('input');
    const described = (input?.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id));
    expect(described).to.include(part(element, 'error'));
    expect(input?.getAttribute('aria-invalid')).to.equal('true');
  });

  it('has no accessibility fault with an error up', async () => {
    const { element } = await form({ verify: refuse({ code: 'wrong-code' }) });
    await submitCode(element, CODE);
    await expect(element).to.be.accessible();
  });

  it('has its live regions in place before they speak', async () => {
    const { element } = await form({ verify: refuse({ code: 'wrong-code' }) });
    const region = part(element, 'error');
    expect([region?.getAttribute('role'), region?.textContent?.trim()]).to.deep.equal(['alert', '']);
    await submitCode(element, CODE);
    expect(part(element, 'error')).to.equal(region);
    expect(region?.textContent).to.contain("didn't work");
  });

  it('says that the code still works when it never arrived', async () => {
    const { element } = await form({ verify: refuse({ code: 'outcome-unknown' }) });
    await submitCode(element, CODE);
    expect(errorText(element)).to.equal("Error: You're not in yet, and your code still works.");
    expect(textOf(element, 'button')).to.equal('Try again');
  });

  it('says what may be when the server can’t tell', async () => {
    const { element } = await form({
      verify: refuse({ code: 'outcome-unknown' }),
      settle: () => Promise.resolve({ state: 'pending', spent: 'unknown' }),
    });
    await submitCode(element, CODE);
    expect(errorText(element)).to.equal(
      "Error: You're not in yet. That code may be used up. Try it once more; if it's refused, use the next one.",
    );
  });

  it('says that it is checking while the server is being asked', async () => {
    const { element } = await form({
      verify: refuse({ code: 'outcome-unknown' }),
      settle: () => new Promise(() => undefined),
    });
    await submitCode(element, CODE);
    expect(textOf(element, 'status')).to.equal("We lost the connection. Checking whether you're in…");
  });

  it('offers to check again, which sends no code', async () => {
    const { element, calls } = await form({
      verify: refuse({ code: 'outcome-unknown' }),
      settle: refuse({ code: 'unreachable' }),
    });
    await submitCode(element, CODE);
    expect(textOf(element, 'button')).to.equal('Check again');
    element.querySelector('form')?.requestSubmit();
    await settled(element);
    expect(calls.map((call) => call.split(' ')[0])).to.deep.equal(['load', 'verify', 'settle', 'settle']);
  });

  it('sends one code for a double click and Enter', async () => {
    const { element, proofs } = await form({ verify: () => new Promise(() => undefined) });
    const input = element.querySelector('input');
    if (input) input.value = CODE;
    const button = element.querySelector<HTMLButtonElement>('button[type=submit]');
    button?.click();
    button?.click();
    element.querySelector('form')?.requestSubmit();
    await settled(element);
    expect(proofs).to.have.length(1);
  });

  it('says that it started again when the challenge had run out', async () => {
    const { element } = await form({ verify: refuse({ code: 'challenge-over', restart: 'here' }) });
    await submitCode(element, CODE);
    expect(textOf(element, 'status')).to.equal('That took a while, so we started again. Nothing you saved is lost.');
    expect(element.querySelector('input')?.value).to.equal(CODE);
  });

  it('leads to sign-in when the first factor is needed again', async () => {
    const { element } = await form({ verify: refuse({ code: 'challenge-over', restart: 'sign-in' }) });
    await submitCode(element, CODE);
    expect(textOf(element, 'title')).to.equal('Please sign in again');
    expect(textOf(element, 'text')).to.equal(
      'For your safety, this step ends after some time. Your backup codes still work.',
    );
    expect(textOf(element, 'button')).to.equal('Go to sign-in');
    expect(document.activeElement).to.equal(part(element, 'title'));
  });

  it('has the focus in its field when it appears, and tells of no choice', async () => {
    const scripted = scriptedBackend();
    const told: string[] = [];
    const note = ({ type }: Event): void => void told.push(type);
    for (const name of ['mfa-challenge-shown', 'mfa-way-chosen'] as const) document.addEventListener(name, note);
    const element = await fixture<MfaBackupCodeForm>(
      html`<mfa-backup-code-form .backend=${scripted.backend}></mfa-backup-code-form>`,
    );
    await settled(element);
    for (const name of ['mfa-challenge-shown', 'mfa-way-chosen'] as const) document.removeEventListener(name, note);
    expect(document.activeElement).to.equal(element.querySelector('input'));
    expect(told).to.deep.equal(['mfa-challenge-shown']);
  });

  it('says that a code is used up when the challenge ended with it', async () => {
    const loads = [{ status: 'challenge', challenge: CHALLENGE } as const, { status: 'sign-in-first' } as const];
    const { element } = await form({
      load: () => Promise.resolve(loads.shift() ?? { status: 'sign-in-first' }),
      verify: refuse({ code: 'outcome-unknown' }),
      settle: () => Promise.resolve({ state: 'over', spent: true }),
    });
    await submitCode(element, CODE);
    expect(textOf(element, 'text')).to.equal(
      'For your safety, this step ends after some time. The backup code that you typed is used up. Cross it out on your list.',
    );
  });

  it('has no field for a person without a first factor', async () => {
    const { element } = await form({ load: () => Promise.resolve({ status: 'sign-in-first' }) });
    expect(element.querySelector('input')).to.equal(null);
    expect(textOf(element, 'title')).to.equal('Please sign in first');
  });

  it('has no field where there are no codes', async () => {
    const offers = CHALLENGE.offers.filter((offer) => offer.kind === 'totp');
    const { element } = await form({
      load: () => Promise.resolve({ status: 'challenge', challenge: { ...CHALLENGE, offers } }),
    });
    expect(element.querySelector('input')).to.equal(null);
    expect(textOf(element, 'title')).to.equal("We can't open this account here");
  });

  it('keeps the code out of every event and attribute, and wipes it once the person is in', async () => {
    const { element } = await form();
    const details: unknown[] = [];
    for (const name of ['mfa-challenge-shown', 'mfa-way-chosen', 'mfa-proof-refused', 'mfa-verified'] as const) {
      element.addEventListener(name, (event) => details.push(event.detail));
    }
    const input = element.querySelector('input');
    await submitCode(element, CODE);
    expect(JSON.stringify(details)).to.contain('accepted');
    expect(JSON.stringify(details)).not.to.contain('CK7Q');
    expect(element.outerHTML).not.to.contain('CK7Q');
    expect(input?.value).to.equal('');
  });

  it('offers to try again when nothing could be loaded', async () => {
    const { element } = await form({ load: refuse({ code: 'unreachable' }) });
    expect(errorText(element)).to.equal("Error: We can't reach Fjord Bank right now. Try again in a moment.");
    expect(textOf(element, 'button')).to.equal('Try again');
  });
});
