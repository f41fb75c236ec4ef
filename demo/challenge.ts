import { setUpElements } from './backend.js';
import { signOut } from './sign-out.js';
import '../src/backends/rest.js';
import '../src/define/sign-in.js';

setUpElements();

const contact = {
  phone: '+47 555 00 100',
  hours: 'Every day from 8 to 20',
  steps: ['Call you back on the number we already have.', 'Or see you on a video call.'],
};
for (const element of document.querySelectorAll('mfa-sign-in')) {
  Object.assign(element, { contact });
  element.addEventListener('submit', (event) => {
    const { action } = event.target as HTMLFormElement;
    if (!event.defaultPrevented && action.endsWith('/sign-out')) void signOut(event);
  });
}
