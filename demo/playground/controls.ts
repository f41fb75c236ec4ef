import { ABILITIES, FACETS, SERVER } from './abilities.js';
import type { Control } from './control.js';
import { CALL, FAULT, TIMES } from './faults.js';
import { JOURNEY } from './journeys.js';
import { languages } from './languages.js';
import { PERSON } from './person.js';
import { LIMIT_CONTROLS, POLICY_CONTROLS } from './policy.js';
import { AUTHENTICATOR, DIRECTION, LOOK, THEME, WIDTH, languageControl } from './surroundings.js';

export interface Group {
  readonly title: string;
  readonly controls: readonly Control[];
  /** What a change does: sets everything up anew, goes on in the screen that is there, or changes what the next calls meet. */
  readonly on: 'new' | 'surroundings' | 'fault';
  /** Whether it is folded away at first. */
  readonly folded?: boolean;
}

export const LANGUAGE = languageControl(languages);

/** Everything that can be chosen, in the order of the form. */
export const GROUPS: readonly Group[] = [
  { title: 'Journey', controls: [JOURNEY], on: 'new' },
  { title: 'Page', controls: [LANGUAGE, DIRECTION, THEME, LOOK, WIDTH], on: 'surroundings' },
  { title: 'Fault', controls: [FAULT, CALL, TIMES], on: 'fault' },
  { title: 'Person', controls: [...PERSON, AUTHENTICATOR], on: 'new', folded: true },
  { title: 'Server', controls: [SERVER, ...ABILITIES], on: 'new', folded: true },
  { title: 'What the server serves', controls: FACETS, on: 'new', folded: true },
  { title: 'Policy and limits', controls: [...POLICY_CONTROLS, ...LIMIT_CONTROLS], on: 'new', folded: true },
];

export const CONTROLS: readonly Control[] = GROUPS.flatMap(({ controls }) => controls);
