/** Who is in, asked of Kratos; their backup codes, their app, passkeys and security keys; and the way out. */
import '../../src/define/backup-codes.js';
import '../../src/define/passkey-enrollment.js';
import '../../src/define/totp-enrollment.js';
import { backend } from './backend.js';
import { signOut, whoIsIn } from './kratos.js';

const SIGN_IN = '/login?backend=kratos';

const email = await whoIsIn();
if (email === null) location.replace(SIGN_IN);
else show(email);

document.querySelector<HTMLFormElement>('#sign-out')?.addEventListener('submit', (event) => {
  event.preventDefault();
  void signOut().then(() => location.assign(SIGN_IN));
});

function show(account: string): void {
  const line = document.querySelector<HTMLElement>('#email');
  if (line) line.textContent = account;
  // On paper and in the file it stands masked: whose codes these are.
  const common = { service: 'Fjord Bank', account, 'sign-in-url': SIGN_IN, 'help-url': '/help' };

  function make(tag: 'mfa-backup-codes' | 'mfa-totp-enrollment' | 'mfa-passkey-enrollment', more: object = {}) {
    const element = Object.assign(document.createElement(tag), { backend });
    for (const [name, value] of Object.entries({ ...common, ...more })) element.setAttribute(name, String(value));
    return element;
  }

  const keys = document.querySelector<HTMLElement>('#add-key');
  const choice = keys?.querySelector('p');
  /** Its ceremony begins at the server when it is on the page: so it is there only once it is wanted. */
  function addKey(kind: string): void {
    const element = make('mfa-passkey-enrollment', { kind });
    const close = (event: Event): void => {
      event.preventDefault();
      element.remove();
      choice?.removeAttribute('hidden');
    };
    for (const type of ['mfa-back', 'mfa-done']) element.addEventListener(type, close);
    choice?.setAttribute('hidden', '');
    keys?.append(element);
  }
  for (const button of keys?.querySelectorAll('button') ?? [])
    button.addEventListener('click', () => addKey(button.dataset['kind'] ?? 'passkey'));

  keys?.before(make('mfa-backup-codes'));
  keys?.after(make('mfa-totp-enrollment'));
}
