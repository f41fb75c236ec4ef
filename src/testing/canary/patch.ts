export type Undo = () => void;

type Method = (...args: never[]) => unknown;
type MethodName<T> = { [K in keyof T]: T[K] extends Method ? K : never }[keyof T];

/**
 * Tells of each call of a method, and lets it be. Put back only where nobody has patched it since, so that the patches of
 * others stay.
 */
export function patch<T extends object, K extends MethodName<T> & string>(
  target: T,
  name: K,
  tell: (args: T[K] extends Method ? Parameters<T[K]> : never, self: T) => void,
): Undo {
  const own = Object.getOwnPropertyDescriptor(target, name);
  const original = target[name] as (this: unknown, ...args: unknown[]) => unknown;
  function told(this: unknown, ...args: unknown[]): unknown {
    tell(args as Parameters<typeof tell>[0], (this ?? target) as T);
    return original.apply(this, args);
  }
  Object.defineProperty(target, name, {
    configurable: true,
    writable: true,
    enumerable: own?.enumerable ?? true,
    value: told,
  });
  return () => {
    if (target[name] !== (told as unknown)) return;
    if (own) Object.defineProperty(target, name, own);
    else Reflect.deleteProperty(target, name);
  };
}
