/** The page that a notice links to. Opening it does nothing: mail programs open links by themselves. */
import { Refusal, write } from './desk/api.js';
import { found } from './playground/dom.js';

const form = found<HTMLFormElement>('#freeze');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void freeze();
});

async function freeze(): Promise<void> {
  const problem = found('#problem');
  problem.textContent = '';
  try {
    // Behind the `#`, so that it stands in no log of a server.
    await write('/mfa/assistance/freeze', { token: location.hash.slice(1) });
    history.replaceState(null, '', location.pathname);
    found('#said').textContent = 'Your account is locked. Please call us.';
    form.querySelector('button')?.remove();
    found<HTMLElement>('h1').focus();
  } catch (error) {
    problem.textContent =
      error instanceof Refusal && (error.code === 'superseded' || error.code === 'bad-request')
        ? 'This link stops nothing any longer. Please call us.'
        : "We can't reach Fjord Bank right now. Try again in a moment, or call us.";
  }
}
