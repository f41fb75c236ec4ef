/** What a visitor can choose, as data: the form, the address and the stage all read the same lists. */

export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface Control<C extends Choice = Choice> {
  /** Its name in the address. */
  readonly id: string;
  readonly label: string;
  /** The first one stands where nothing was chosen. */
  readonly choices: readonly [C, ...C[]];
}

/** One value of an option, with its name in the address and in the form. */
export interface Value<V> extends Choice {
  readonly value: V;
}

/** The values of one option that can be tried. The first is what the simulated server does by itself. */
export interface Menu<V> {
  readonly label: string;
  readonly choices: readonly [Value<V>, ...Value<V>[]];
}

export const value = <const V>(id: string, label: string, of: V): Value<V> => ({ id, label, value: of });
export const onOff = (first: boolean): readonly [Value<boolean>, Value<boolean>] => {
  const [on, off] = [value<boolean>('yes', 'Yes', true), value<boolean>('no', 'No', false)];
  return first ? [on, off] : [off, on];
};

/** What was chosen, by the control's id: ids of choices. What stands in none is the control's first. */
export type Settings = Readonly<Record<string, string>>;

export const chosen = <C extends Choice>(settings: Settings, { id, choices }: Control<C>): C =>
  choices.find((choice) => choice.id === settings[id]) ?? choices[0];
