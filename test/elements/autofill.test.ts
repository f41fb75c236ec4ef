import { expect } from '@open-wc/testing';
import type { ReactiveElement } from '@lit/reactive-element';
import { createRestBackend } from '../../src/backends/rest.js';
import '../../src/define.js';
import { MfaChallenge } from '../../src/elements/challenge/challenge.js';
import type { OperationId } from '../../src/testing/index.js';
import { placeState, showState, stateOf, type Screen } from '../../src/testing/states/index.js';
import { findField, fill, type Wanted } from './manager.js';

interface Form {
  readonly state: string;
  readonly wanted: Wanted;
  /** What the manager or the phone knows. */
  readonly value: (screen: Screen) => string;
  readonly sends: OperationId;
  /** [200 or 204] How the server answers what is right. */
  readonly answer?: number;
}

const appCode = ({ server }: Screen): string => server.appCode();
const sentCode = ({ server }: Screen): string => {
  const sent = server.account.outbox.findLast(({ kind }) => kind === 'code');
  return sent?.kind === 'code' ? sent.code : '';
};

const FORMS: readonly Form[] = [
  { state: 'mfa-challenge/asking', wanted: 'one-time-code', value: appCode, sends: 'attempt' },
  { state: 'mfa-challenge/sent', wanted: 'one-time-code', value: sentCode, sends: 'attempt' },
  { state: 'mfa-challenge/sent-by-text', wanted: 'one-time-code', value: sentCode, sends: 'attempt' },
  { state: 'mfa-sign-in/challenge', wanted: 'one-time-code', value: appCode, sends: 'attempt' },
  { state: 'mfa-backup-code-form/asking', wanted: /backup/i, value: (s) => s.server.backupCode(), sends: 'attempt' },
  {
    state: 'mfa-reset/pass',
    wanted: /help team/i,
    value: (s) => s.server.account.enroll?.pass ?? '',
    sends: 'attempt',
    // The challenge ends with it: the way on is the enrollment.
    answer: 410,
  },
  { state: 'mfa-step-up/asking', wanted: 'one-time-code', value: appCode, sends: 'proveStepUp' },
  { state: 'mfa-step-up/asking-sent', wanted: 'one-time-code', value: sentCode, sends: 'proveStepUp' },
  {
    state: 'mfa-step-up/asking-password',
    wanted: 'current-password',
    value: (s) => s.server.account.password,
    sends: 'proveStepUp',
  },
  {
    state: 'mfa-totp-enrollment/connecting',
    wanted: 'one-time-code',
    value: ({ server }) => server.appCode(server.account.newAppKey ?? ''),
    sends: 'verifyTotp',
  },
  { state: 'mfa-settings/renaming', wanted: /^name/i, value: () => 'Red key', sends: 'renameFactor' },
];

const host = document.createElement('main');

const asked = ({ server }: Screen, operation: OperationId): number =>
  server.log.filter(({ operationId }) => operationId === operation).length;

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((turn) => setTimeout(turn));
}

/** A stand-in for password managers and phones: no key is pressed, and events are a script's. */
describe('a form that is filled by a script, as password managers do,', () => {
  beforeEach(() => document.body.append(host));
  afterEach(() => {
    host.replaceChildren();
    host.remove();
  });

  for (const form of FORMS) {
    describe(form.state, () => {
      const show = (): Promise<Screen> =>
        showState(stateOf(form.state), host, ({ baseUrl, fetch }) => createRestBackend({ baseUrl, fetch }));

      it('sends nothing by itself', async () => {
        const screen = await show();
        const before = screen.server.log.length;
        fill(findField(document, form.wanted), form.value(screen), ['input', 'change']);
        await (screen.element as ReactiveElement).updateComplete;
        await new Promise((turn) => setTimeout(turn, 50));
        const after = screen.server.log.length;
        findField(document, form.wanted).form?.requestSubmit();
        await until(() => screen.server.log.length > after);
        expect(after - before).to.equal(0);
      });

      for (const [events, way] of [
        [['input', 'change'], 'Enter'],
        [['change'], 'its button'],
        [[], 'Enter'],
      ] as const) {
        it(`keeps what was filled, and sends it by ${way} (events: ${events.join(', ') || 'none'})`, async () => {
          const screen = await show();
          const value = form.value(screen);
          const field = findField(document, form.wanted);
          fill(field, value, events);
          for (const one of host.querySelectorAll<ReactiveElement>('*'))
            if ('requestUpdate' in one) one.requestUpdate();
          await (screen.element as ReactiveElement).updateComplete;
          const kept = findField(document, form.wanted);
          expect([kept === field, kept.value]).to.deep.equal([true, value]);
          const before = asked(screen, form.sends);
          if (way === 'Enter') field.form?.requestSubmit();
          else field.form?.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
          await until(() => asked(screen, form.sends) > before);
          const { status } = screen.server.log.findLast(({ operationId }) => operationId === form.sends) ?? {};
          expect(form.answer ? [form.answer] : [200, 204]).to.include(status);
        });
      }
    });
  }

  it('before the script is there keeps what was filled in the form of the element', async () => {
    const name = `mfa-later-${String(Math.random()).slice(2)}`;
    host.innerHTML = `<${name}><form method="post" action="/challenge">
      <label>App code <input name="code" autocomplete="one-time-code"></label></form></${name}>`;
    const shown = placeState(stateOf('mfa-challenge/asking'), document.createElement('div'), ({ baseUrl, fetch }) =>
      createRestBackend({ baseUrl, fetch }),
    );
    const code = shown.server.appCode();
    fill(findField(document, 'one-time-code'), code, ['input', 'change']);
    const element = host.firstElementChild as MfaChallenge;
    element.backend = createRestBackend({ baseUrl: shown.server.baseUrl, fetch: shown.server.fetch });
    customElements.define(name, class extends MfaChallenge {});
    await until(() => element.querySelector('[data-part=input]') !== null);
    const field = findField(document, 'one-time-code');
    expect([field.dataset['part'], field.value]).to.deep.equal(['input', code]);
    field.form?.requestSubmit();
    await until(() => shown.server.signedIn);
  });

  it('would be seen to be missed by a manager where the field does not say what it is', () => {
    host.innerHTML = '<form><input name="x" autocomplete="off" aria-label="Number"></form>';
    expect(() => findField(document, 'one-time-code')).to.throw('finds 0 fields');
    expect(() => findField(document, /backup/i)).to.throw('finds 0 fields');
  });
});
