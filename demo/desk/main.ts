/** The help desk's page: a plain page of the demo, for agents. Who may do what, the server decides each time. */
import { LOGIN, MFA } from '../backend.js';
import { button, found, make } from '../playground/dom.js';
import '../../src/backends/rest.js';
import '../../src/define/step-up.js';
import { Lost, read, Refusal, write, type CaseFacts, type CaseLine } from './api.js';
import { factsOf, when } from './facts.js';

const ACTS: readonly (readonly [string, string, string])[] = [
  ['reset', 'Reset the second factor', 'Reset. Read the pass out to the person now.'],
  ['pass', 'Make a new pass', 'There is a new pass.'],
  ['temporary-codes', 'Make temporary codes', 'The codes are made. Read them out now.'],
  ['temporary-password', 'Set a temporary password', 'The password is set. Read it out now.'],
  ['approve', 'Agree to act on this colleague', 'You agreed, to this one act.'],
  ['refuse', 'Refuse', 'Refused. Nothing is said to the person.'],
  ['escalate', 'Escalate', 'Handed on to another agent.'],
  ['suspend', 'Suspend: a wrong person was reset', 'The account is suspended, and its owner is told.'],
];

const SECRETS: Readonly<Record<string, string>> = {
  pass: 'Enrollment pass',
  codes: 'Temporary backup codes',
  password: 'Temporary password',
};

const form = found<HTMLFormElement>('#act');
const opening = found<HTMLFormElement>('#open');
const secret = found<HTMLElement>('#secret');
const readOut = found<HTMLElement>('#read-out');
let shown: CaseFacts | undefined;

function say(words: string, problem = ''): void {
  found('#said').textContent = words;
  found('#problem').textContent = problem;
  if (words !== '' || problem !== '') found('h1').scrollIntoView({ block: 'nearest' });
}

function forget(): void {
  readOut.textContent = '';
  secret.hidden = true;
}

/** Confirms who is there, in place; what was wanted waits for another click, on the button that the agent had clicked. */
function askForProof(): void {
  const place = found<HTMLElement>('#proof');
  const before = document.activeElement;
  const goBack = (): void => {
    const isThere = before instanceof HTMLElement && before !== document.body && before.isConnected;
    (isThere ? before : found<HTMLElement>('h1')).focus();
  };
  const element = make('mfa-step-up', {
    ...MFA,
    ...{ service: 'Fjord Bank', action: 'work at the help desk', 'sign-in-url': LOGIN },
  });
  const close = (): void => {
    element.remove();
    place.hidden = true;
  };
  element.addEventListener('mfa-step-up-passed', () => {
    close();
    say('Confirmed.');
    // The list of cases is not made anew where it stands already: the agent may have come from it.
    if (found<HTMLElement>('#desk').hidden) void listed().then(goBack);
    else goBack();
  });
  element.addEventListener('mfa-back', () => {
    close();
    goBack();
  });
  place.replaceChildren(element);
  place.hidden = false;
}

let isBusy = false;

/** One thing at a time: a second click while the first is under way is none. */
async function trying(work: () => Promise<void>): Promise<void> {
  if (isBusy) return;
  isBusy = true;
  found('main').setAttribute('aria-busy', 'true');
  say('');
  await work().catch(complain);
  isBusy = false;
  found('main').removeAttribute('aria-busy');
}

function complain(error: unknown): void {
  if (!(error instanceof Refusal)) return say('', 'The server could not be reached.');
  if (error.status === 401 && error.code === 'signed-out') return location.assign(LOGIN);
  if (error.code === 'step-up-required') askForProof();
  say('', error.code === 'step-up-required' ? "Confirm that it's you first." : error.message);
}

function lineOf(line: CaseLine): HTMLElement {
  const words = `${line.number} · ${line.account} · ${line.state} · ${when(line.openedAt)}`;
  return make(
    'li',
    {},
    button(words, () => void trying(() => open(line.number))),
  );
}

async function list(): Promise<void> {
  const { cases } = (await read('/desk/cases')) as { cases: readonly CaseLine[] };
  const lines = cases.length === 0 ? [make('li', {}, 'No case is open.')] : cases.map(lineOf);
  found('#cases ul').replaceChildren(...lines);
  found<HTMLElement>('#desk').hidden = false;
}

const listed = (): Promise<void> => trying(list);

async function load(number: string): Promise<void> {
  shown = (await read(`/desk/cases/${encodeURIComponent(number)}`)) as CaseFacts;
  found('#facts').replaceChildren(factsOf(shown));
  found('#case-title').textContent = shown.account;
  found<HTMLElement>('#case').hidden = false;
}

async function open(number: string): Promise<void> {
  forget();
  form.reset();
  await load(number);
  found<HTMLElement>('#case-title').focus();
}

/** Shows what the answer holds and nothing keeps; `I have read it out` takes it away. */
function show(told: Readonly<Record<string, unknown>> | null): void {
  const kind = Object.keys(SECRETS).find((name) => told && name in told);
  if (!told || kind === undefined) return;
  const value = told[kind];
  readOut.textContent = Array.isArray(value) ? value.join('\n') : String(value);
  found('#secret-title').textContent = SECRETS[kind] ?? '';
  found('#until').textContent =
    `Works until ${when(Number(told.passUntil ?? told.until))}, once. It is shown only here and now.`;
  secret.hidden = false;
}

async function act(name: string, done: string): Promise<void> {
  if (!shown) return;
  const { number, subject } = shown;
  const fields = new FormData(form);
  const body = {
    ...{ subject, proof: fields.get('proof'), reason: fields.get('reason') },
    ...(name === 'temporary-codes' && { count: Number(fields.get('count')) }),
    ...(name === 'approve' && { to: fields.get('to') }),
  };
  forget();
  const told = await sent(`/desk/cases/${encodeURIComponent(number)}/${name}`, body);
  if (told === 'lost') return say('', (await isReadAgain(number)) ? MAYBE_DONE : MAYBE_DONE_UNREAD);
  show(told as Record<string, unknown> | null);
  form.reset();
  say(done);
  if (!(await isReadAgain(number))) say(done, 'The case could not be read again. What you see is from before.');
  if (!secret.hidden) found<HTMLElement>('#secret-title').focus();
}

const MAYBE_DONE =
  'No answer came, and it may have happened. The case was read again: look at its log before you do anything twice.';
const MAYBE_DONE_UNREAD =
  'No answer came, and it may have happened. Open the case again, and look at its log before you do anything twice.';

/** Sends once. What may have happened is never sent again by itself. */
async function sent(path: string, body: object): Promise<unknown> {
  try {
    return await write(path, body);
  } catch (error) {
    if (error instanceof Lost) return 'lost';
    throw error;
  }
}

async function isReadAgain(number: string): Promise<boolean> {
  try {
    await load(number);
    await list();
    return true;
  } catch {
    return false;
  }
}

found('#acts').append(
  ...ACTS.map(([value, words, done]) => button(words, () => void trying(() => act(value, done)), { value })),
);
form.addEventListener('submit', (event) => event.preventDefault());
found('#done').addEventListener('click', forget);
opening.addEventListener('submit', (event) => {
  event.preventDefault();
  const { account, reason } = Object.fromEntries(new FormData(opening));
  void trying(async () => {
    const told = await sent('/desk/cases/open', { account, reason });
    if (told === 'lost') {
      await list().catch(() => undefined);
      return say('', 'No answer came, and the case may be open by now. Opening it again finds the same one.');
    }
    opening.reset();
    await list();
    await open((told as { number: string }).number);
  });
});
addEventListener('pagehide', forget);
void listed();
