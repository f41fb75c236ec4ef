/** Everything that opens the account, on one page. A link may name the screen to begin with: `?view=passkey`. */
import { ACCOUNT, LOGIN, setUpElements } from './backend.js';
import { whoIsIn } from './who.js';
import '../src/backends/rest.js';
import '../src/define/settings.js';

setUpElements();

const element = document.querySelector('mfa-settings');
const view = new URLSearchParams(location.search).get('view');
if (view !== null) element?.setAttribute('view', view);
document.querySelector('#account')?.setAttribute('href', ACCOUNT);

const email = await whoIsIn();
if (email === undefined) location.replace(LOGIN);
// On paper and in the file it stands masked: whose codes these are.
else element?.setAttribute('account', email);
