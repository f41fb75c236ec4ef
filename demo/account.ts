/** Who is in, asked of the server; their backup codes, their app, passkeys and security keys; and the way out. */
import { LOGIN, MFA, SETTINGS, isStock, setUpElements } from './backend.js';
import { signOut } from './sign-out.js';
import { whoIsIn } from './who.js';
import '../src/backends/rest.js';
import '../src/define/backup-codes.js';
import '../src/define/passkey-enrollment.js';
import '../src/define/totp-enrollment.js';

setUpElements();

const line = document.querySelector<HTMLElement>('#email');
const form = document.querySelector<HTMLFormElement>('#sign-out');

const email = await whoIsIn();
if (email === undefined) location.replace(LOGIN);
else {
  if (line) line.textContent = email;
  // On paper and in the file it stands masked: whose codes these are.
  for (const element of document.querySelectorAll('mfa-backup-codes, mfa-totp-enrollment'))
    element.setAttribute('account', email);
}

document.querySelector('#settings')?.setAttribute('href', SETTINGS);

const keys = document.querySelector<HTMLElement>('#add-key');
const choice = keys?.querySelector('p');

/** Its ceremony begins at the server when it is on the page: so it is there only once it is wanted. */
function addKey(kind: string): void {
  const element = document.createElement('mfa-passkey-enrollment');
  const attributes = {
    ...{ kind, ...MFA },
    ...{ service: 'Fjord Bank', account: line?.textContent ?? '', 'sign-in-url': LOGIN, 'help-url': '/help' },
  };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  const close = (event: Event): void => {
    event.preventDefault();
    element.remove();
    choice?.removeAttribute('hidden');
  };
  for (const type of ['mfa-back', 'mfa-done']) element.addEventListener(type, close);
  choice?.setAttribute('hidden', '');
  keys?.append(element);
}

for (const button of keys?.querySelectorAll('button') ?? []) {
  // An unmodified Better Auth knows passkeys alone.
  button.hidden = isStock && button.dataset['kind'] === 'security-key';
  button.addEventListener('click', () => addKey(button.dataset['kind'] ?? 'passkey'));
}

form?.addEventListener('submit', (event) => void signOut(event));
