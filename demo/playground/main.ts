import { readAddress, writeAddress } from './address.js';
import { chosen, type Settings } from './control.js';
import { CONTROLS, GROUPS } from './controls.js';
import { button, found } from './dom.js';
import { FAULT } from './faults.js';
import { writeForm } from './form.js';
import { copy, showHand } from './hand.js';
import { JOURNEY } from './journeys.js';
import { createLog } from './log.js';
import { snippetOf } from './snippet.js';
import { createStage, languageOf } from './stage.js';
import { setFault } from './visit.js';

const MINUTE = 60_000;

let settings: Settings = readAddress(location.hash, CONTROLS);

const said = found<HTMLElement>('#said');
const say = (words: string): void => void (said.textContent = words);

const stage = createStage(found('#stage'), createLog(found('#events')), showServer);

function showServer(): void {
  const { server } = stage;
  if (!server) return;
  showHand(found('#hand'), server, say);
  found('#time').textContent = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium' }).format(
    server.clock.now(),
  );
  found<HTMLElement>('#faulty').hidden = chosen(settings, FAULT).fault === undefined;
  const { met } = stage;
  found('#met').textContent = met.length === 0 ? 'No call has met it yet.' : `Met by: ${met.join(', ')}.`;
  found<HTMLButtonElement>('#release').hidden = server.faults.held === 0;
}

function showSettings(): void {
  fill(settings);
  found('#does').textContent = chosen(settings, JOURNEY).does;
  found('#html').textContent = snippetOf(settings, languageOf(settings));
}

const fill = writeForm(found('#choices'), GROUPS, (id, choice, { on }) => {
  settings = { ...settings, [id]: choice };
  history.replaceState(history.state, '', writeAddress(settings, CONTROLS) || location.pathname + location.search);
  showSettings();
  if (on === 'new') void stage.begin(settings);
  else if (on === 'surroundings') void stage.dress(settings);
  else if (stage.server) {
    setFault(stage.server, settings);
    showServer();
  }
});

addEventListener('hashchange', () => {
  settings = readAddress(location.hash, CONTROLS);
  showSettings();
  void stage.begin(settings);
});

found('#again').append(
  button('Start anew', () => void stage.begin(settings)),
  button('Reload', () => stage.reload()),
  button('Sign in again', () => stage.signInAgain()),
);
found('#release').addEventListener('click', () => stage.server?.faults.release());
found('#copy').addEventListener('click', () => void copy(found('#html').textContent).then(say));
found<HTMLFormElement>('#clock').addEventListener('submit', (event) => {
  event.preventDefault();
  stage.server?.clock.advance(found<HTMLInputElement>('#minutes').valueAsNumber * MINUTE);
  showServer();
});

showSettings();
void stage.begin(settings);
