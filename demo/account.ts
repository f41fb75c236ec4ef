/** Who is in, asked of the server; their backup codes and their app; and the way out. */
import '../src/backends/rest.js';
import '../src/define/backup-codes.js';
import '../src/define/totp-enrollment.js';

const line = document.querySelector<HTMLElement>('#email');
const form = document.querySelector<HTMLFormElement>('#sign-out');

const response = await fetch('/api/me');
if (!response.ok) location.replace('/login');
else {
  const { email } = (await response.json()) as { email: string };
  if (line) line.textContent = email;
  // On paper and in the file it stands masked: whose codes these are.
  for (const element of document.querySelectorAll('mfa-backup-codes, mfa-totp-enrollment'))
    element.setAttribute('account', email);
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  }).then(() => location.assign('/login'));
});
