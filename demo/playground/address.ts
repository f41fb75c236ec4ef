import type { Control, Settings } from './control.js';

/** What the hash of an address says. A name or value that is not there to choose is left out: an old link still opens. */
export function readAddress(hash: string, controls: readonly Control[]): Settings {
  const said = new URLSearchParams(hash.replace(/^#/, ''));
  const known = controls.flatMap(({ id, choices }) => {
    const found = choices.find((choice) => choice.id === said.get(id));
    return found && found !== choices[0] ? [[id, found.id] as const] : [];
  });
  return Object.fromEntries(known);
}

/** The hash that says it, in the order of the controls; '' where nothing was chosen. */
export function writeAddress(settings: Settings, controls: readonly Control[]): string {
  const said = new URLSearchParams();
  for (const { id, choices } of controls) {
    const found = choices.find((choice) => choice.id === settings[id]);
    if (found && found !== choices[0]) said.set(id, found.id);
  }
  const text = said.toString();
  return text === '' ? '' : `#${text}`;
}
