/** The demo's own first factor: e-mail and password, asked of Better Auth. */
import { ACCOUNT, AUTH, CHALLENGE } from './backend.js';

const form = document.querySelector<HTMLFormElement>('#login');
const problem = document.querySelector<HTMLElement>('#problem');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const { email, password } = Object.fromEntries(new FormData(form));
  void signIn(JSON.stringify({ email, password }));
});

async function signIn(body: string): Promise<void> {
  say('');
  try {
    const response = await fetch(`${AUTH}/sign-in/email`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
    });
    if (response.status === 429) say('Too many tries. Wait a minute, then try again.');
    else if (response.status === 401) say("That email and password don't go together. Check both and try again.");
    else if (!response.ok) say('Something went wrong at Fjord Bank. Try again in a moment.');
    else {
      const told = (await response.json()) as { secondFactor?: boolean; twoFactorRedirect?: boolean };
      location.assign(told.secondFactor || told.twoFactorRedirect ? CHALLENGE : ACCOUNT);
    }
  } catch {
    say("We can't reach Fjord Bank right now. Try again in a moment.");
  }
}

function say(words: string): void {
  if (problem) problem.textContent = words;
}
