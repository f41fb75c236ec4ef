/**
 * Narrowing at the border: a server's answer is checked before it goes in. Unknown members are ignored; a missing or wrong
 * one throws, and the caller turns that into `bad-response`. Small on purpose: it stands before the first input.
 */
export type Reader<T> = (value: unknown) => T;

export function unreadable(): never {
  throw new TypeError('unreadable');
}

export const string: Reader<string> = (value) => (typeof value === 'string' ? value : unreadable());
export const boolean: Reader<boolean> = (value) => (typeof value === 'boolean' ? value : unreadable());
/** The last instant that a date can be: writing a later one throws. */
const LAST = 8.64e15;
/** A whole number from zero up: counts and instants. */
export const whole: Reader<number> = (value) =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= LAST ? (value as number) : unreadable();
export const oneOf =
  <const T extends string>(...values: readonly T[]): Reader<T> =>
  (value) =>
    values.find((known) => known === value) ?? unreadable();
export const known =
  <T>(read: Reader<T>): Reader<T | 'unknown'> =>
  (value) =>
    value === 'unknown' ? value : read(value);
export const nullable =
  <T>(read: Reader<T>): Reader<T | null> =>
  (value) =>
    value === null ? null : read(value);
export const list =
  <T>(read: Reader<T>): Reader<readonly T[]> =>
  (value) =>
    Array.isArray(value) ? value.map(read) : unreadable();
export const members: Reader<Readonly<Record<string, unknown>>> = (value) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : unreadable();
export const optional =
  <T>(read: Reader<T>): Reader<T | undefined> =>
  (value) =>
    value === undefined ? value : read(value);

/** A reader for each member. */
export type Readers<T> = { readonly [K in keyof Required<T>]: Reader<T[K]> };

/** An object of these members; those that read as undefined are left out. */
export const shape =
  <T>(readers: Readers<T>): Reader<T> =>
  (value) => {
    const from = members(value);
    const read = Object.entries<Reader<unknown>>(readers).map(([name, one]) => [name, one(from[name])] as const);
    return Object.fromEntries(read.filter(([, member]) => member !== undefined)) as T;
  };
