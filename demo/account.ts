/** Who is in, asked of the server; their backup codes; and the way out. */
import '../src/backends/rest.js';
import '../src/define/backup-codes.js';

const line = document.querySelector<HTMLElement>('#email');
const form = document.querySelector<HTMLFormElement>('#sign-out');

const response = await fetch('/api/me');
if (!response.ok) location.replace('/login');
else {
  const { email } = (await response.json()) as { email: string };
  if (line) line.textContent = email;
  // On paper and in the file it stands masked: whose codes these are.
  document.querySelector('mfa-backup-codes')?.setAttribute('account', email);
}

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  }).then(() => location.assign('/login'));
});
