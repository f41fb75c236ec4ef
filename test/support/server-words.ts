import { problemOf } from '../../src/core/errors.js';
import type { MfaBackend } from '../../src/ports/backend.js';
import type { ContractWorld } from '../../src/testing/contract/index.js';

/** What every server says here wherever it speaks to people or to developers. */
export const SAID = 'Der Server sagt etwas';

/** The members by which servers speak: problem details, Better Auth's errors, Kratos's messages, labels and errors. */
const SPEAKING = new Set(['title', 'detail', 'message', 'error_description', 'text', 'status_text']);

const speak = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(speak);
  if (typeof value !== 'object' || value === null) return value;
  // The options of WebAuthn are handed to the browser as they are.
  if ('challenge' in value && ('rp' in value || 'rpId' in value)) return value;
  const said = Object.entries(value).map(([name, inner]): [string, unknown] => [
    name,
    SPEAKING.has(name) && typeof inner === 'string' ? SAID : speak(inner),
  ]);
  return { ...Object.fromEntries(said), message: SAID, detail: SAID };
};

/** A server's `fetch`, each of whose JSON objects says something. */
export const speaking =
  (fetch: typeof globalThis.fetch): typeof globalThis.fetch =>
  async (input, init) => {
    const response = await fetch(input, init);
    const body = await response.clone().text();
    try {
      const { status, headers } = response;
      return new Response(JSON.stringify(speak(JSON.parse(body))), { status, headers });
    } catch {
      return response;
    }
  };

/** A world of the contract suite whose adapter is listened to: `heard` is whatever it gives or throws. */
export function overheard(world: ContractWorld): { readonly world: ContractWorld; readonly heard: string[] } {
  const heard: string[] = [];
  const tell = <T>(value: T): T => {
    heard.push(JSON.stringify(value) ?? '');
    return value;
  };
  const listen = <T extends object>(port: T): T =>
    new Proxy(port, {
      get(target, name, receiver): unknown {
        const value: unknown = Reflect.get(target, name, receiver);
        if (typeof value === 'object' && value !== null) return listen(value);
        if (typeof value !== 'function') return value;
        return (...args: unknown[]): unknown => {
          const answer: unknown = Reflect.apply(value, target, args);
          if (!(answer instanceof Promise)) return tell(answer);
          return answer.then(tell, (error: unknown) => {
            tell(problemOf(error));
            throw error;
          });
        };
      },
    });
  const listened = (backend: MfaBackend): MfaBackend => listen(backend);
  return {
    heard,
    world: {
      ...world,
      backend: listened(world.backend),
      otherBrowser() {
        const other = world.otherBrowser();
        return { ...other, backend: listened(other.backend) };
      },
    },
  };
}
