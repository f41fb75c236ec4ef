/** Where a temporary password is changed. There is no session yet: what comes next is the challenge. */
import { CHALLENGE, LOGIN } from './backend.js';
import { Refusal, write } from './desk/api.js';
import { found } from './playground/dom.js';

const form = found<HTMLFormElement>('#new-password');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const { password } = Object.fromEntries(new FormData(form));
  if (typeof password === 'string') void change(password);
});

async function change(password: string): Promise<void> {
  const problem = found('#problem');
  problem.textContent = '';
  try {
    await write('/desk/new-password', { password });
    form.reset();
    location.assign(CHALLENGE);
  } catch (error) {
    if (error instanceof Refusal && error.code === 'challenge-over') location.assign(LOGIN);
    else if (error instanceof Refusal) problem.textContent = error.message;
    else problem.textContent = "We can't reach Fjord Bank right now. Try again in a moment.";
  }
}
