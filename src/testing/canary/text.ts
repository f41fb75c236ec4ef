const DEEPEST = 6;

/**
 * Anything as one text to search: members and their names, errors with their stack and cause, bytes, maps and sets. Ends at
 * a depth and at what was seen already; elements and functions are left out.
 */
export function textOf(value: unknown): string {
  return written(value, new Set(), 0).join('\n');
}

function written(value: unknown, seen: Set<object>, depth: number): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? [] : [String(value)];
  if (seen.has(value) || depth > DEEPEST) return [];
  seen.add(value);
  const inside = (one: unknown): string[] => written(one, seen, depth + 1);
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return [bytes(value)];
  if (value instanceof URLSearchParams || value instanceof URL) return [value.toString()];
  if (value instanceof Error)
    return [value.name, value.message, value.stack ?? '', ...inside(value.cause), ...members(value, inside)];
  if (isIterable(value)) return [...value].flatMap(inside);
  if (isNode(value)) return [];
  return members(value, inside);
}

/** Own members, and what getters of its classes tell: the detail of an event is one. */
function members(value: object, inside: (one: unknown) => string[]): string[] {
  const names = new Set(Object.keys(value));
  for (let at: unknown = Object.getPrototypeOf(value); isOwn(at); at = Object.getPrototypeOf(at)) {
    for (const name of Object.getOwnPropertyNames(at)) names.add(name);
  }
  return [...names].flatMap((name) => [name, ...inside(read(value, name))]);
}

/** A class of the page's own: those of the platform have getters that lead to elements and windows. */
const isOwn = (prototype: unknown): prototype is object =>
  typeof prototype === 'object' &&
  prototype !== null &&
  prototype !== Object.prototype &&
  !/\[native code\]/.test(String(Object.getOwnPropertyDescriptor(prototype, 'constructor')?.value));

function read(value: object, name: string): unknown {
  try {
    return (value as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

const isIterable = (value: object): value is Iterable<unknown> => Symbol.iterator in value;
const isNode = (value: object): boolean => 'nodeType' in value && 'ownerDocument' in value;

function bytes(value: ArrayBuffer | ArrayBufferView): string {
  const view =
    value instanceof ArrayBuffer
      ? new Uint8Array(value)
      : new Uint8Array(value.buffer, value.byteOffset, value.byteLength);
  return new TextDecoder('utf-8').decode(view);
}
