/** Who is in, asked of the server, and the way out. */
const email = document.querySelector<HTMLElement>('#email');
const form = document.querySelector<HTMLFormElement>('#sign-out');

const response = await fetch('/api/me');
if (!response.ok) location.replace('/login');
else if (email) email.textContent = ((await response.json()) as { email: string }).email;

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  void fetch('/api/auth/sign-out', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: '{}',
  }).then(() => location.assign('/login'));
});

export {};
