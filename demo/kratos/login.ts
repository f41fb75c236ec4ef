/** The demo's own first factor: e-mail and password, asked of Kratos. */
import { signIn } from './kratos.js';

const form = document.querySelector<HTMLFormElement>('#login');
const problem = document.querySelector<HTMLElement>('#problem');

form?.addEventListener('submit', (event) => {
  event.preventDefault();
  const { email, password } = Object.fromEntries(new FormData(form)) as Record<string, string>;
  say('');
  signIn(email ?? '', password ?? '').then(
    (where) => {
      if (where === 'refused') say("That email and password don't go together. Check both and try again.");
      else location.assign(`/${where}?backend=kratos`);
    },
    () => say('Something went wrong at Fjord Bank. Try again in a moment.'),
  );
});

function say(words: string): void {
  if (problem) problem.textContent = words;
}
