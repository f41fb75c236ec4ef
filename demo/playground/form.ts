import { chosen, type Control, type Settings } from './control.js';
import type { Group } from './controls.js';
import { make } from './dom.js';

/** Writes the controls into the form. Gives what brings them to other settings. */
export function writeForm(
  form: HTMLElement,
  groups: readonly Group[],
  change: (id: string, choice: string, group: Group) => void,
): (settings: Settings) => void {
  const selects = groups.flatMap((group) => {
    const made = group.controls.map((control) => [control, selectOf(control)] as const);
    for (const [{ id }, select] of made) select.addEventListener('change', () => change(id, select.value, group));
    const rows = made.map(([{ label }, select]) =>
      make('p', { class: 'field' }, make('label', { for: select.id }, label), select),
    );
    form.append(folded(group, make('div', { class: 'fields', id: `group-${group.on}-${titleId(group)}` }, ...rows)));
    return made;
  });
  return (settings) => {
    for (const [control, select] of selects) select.value = chosen(settings, control).id;
  };
}

const titleId = ({ title }: Group): string => title.toLowerCase().replaceAll(' ', '-');

function folded({ title, folded: isFolded }: Group, fields: HTMLElement): HTMLElement {
  return isFolded
    ? make('details', { class: 'group' }, make('summary', {}, title), fields)
    : make('fieldset', { class: 'group' }, make('legend', {}, title), fields);
}

const selectOf = ({ id, choices }: Control): HTMLSelectElement =>
  make(
    'select',
    { id: `choose-${id}` },
    ...choices.map((choice) => make('option', { value: choice.id }, choice.label)),
  );
