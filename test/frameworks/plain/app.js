import './node_modules/mfa-elements/dist/cdn/mfa-elements.min.js';

const main = document.querySelector('main');
const element = main.querySelector('mfa-sign-in');
const heard = main.querySelector('#heard');
const turn = main.querySelector('#turn');
let turns = 0;

/** Everything of the page that a key may change, changes with each. */
main.addEventListener('input', () => {
  turns += 1;
  turn.textContent = String(turns);
  element.setAttribute('help-url', `/help?turn=${turns}`);
  element.contact = { phone: `+47 ${turns}` };
  if (turns % 2) element.before(turn);
  else element.after(turn);
});

for (const name of ['mfa-verified', 'mfa-repair-done', 'mfa-done'])
  main.addEventListener(name, ({ type, detail }) => {
    const line = document.createElement('li');
    line.textContent = `${type} ${detail.way ?? ''}`.trim();
    heard.append(line);
    if (name !== 'mfa-done') return;
    const welcome = document.createElement('p');
    welcome.textContent = 'Welcome.';
    element.replaceWith(welcome);
  });
