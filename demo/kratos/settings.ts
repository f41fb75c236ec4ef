/** Everything that opens the account at Kratos, on one page. */
import '../../src/define/settings.js';
import { backend } from './backend.js';
import { whoIsIn } from './kratos.js';

const SIGN_IN = '/login?backend=kratos';

const account = await whoIsIn();
if (account === null) location.replace(SIGN_IN);
else {
  const element = Object.assign(document.createElement('mfa-settings'), { backend });
  const view = new URLSearchParams(location.search).get('view') ?? '';
  const attributes = { service: 'Fjord Bank', account, view, 'sign-in-url': SIGN_IN, 'help-url': '/help' };
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.querySelector('h1')?.after(element);
}
