/** Who is in, asked of Kratos, and the way out. */
import { signOut, whoIsIn } from './kratos.js';

const SIGN_IN = '/login?backend=kratos';

const email = await whoIsIn();
const line = document.querySelector<HTMLElement>('#email');
if (email === null) location.replace(SIGN_IN);
else if (line) line.textContent = email;

document.querySelector<HTMLFormElement>('#sign-out')?.addEventListener('submit', (event) => {
  event.preventDefault();
  void signOut().then(() => location.assign(SIGN_IN));
});
