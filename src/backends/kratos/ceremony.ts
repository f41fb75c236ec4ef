import { MfaError } from '../../core/errors.js';
import { members } from '../narrow.js';
import type { Flow, UiNode } from './flow.js';
import { assertionNode } from './offers.js';

/** The options of an assertion; undefined where the flow offers none. */
export const keyOptions = <O>(flow: Flow): O | undefined => {
  const node = assertionNode(flow);
  return node && ceremonyOptions<O>(node);
};

/** Options stand in a field as text. They are the browser's to read. */
export function ceremonyOptions<O>({ value }: UiNode): O {
  try {
    return members(members(JSON.parse(String(value))).publicKey) as O;
  } catch (cause) {
    throw new MfaError({ code: 'bad-response' }, cause);
  }
}
