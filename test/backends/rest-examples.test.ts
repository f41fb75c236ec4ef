import { afterEach, describe, expect, it } from 'vitest';
import { createRestBackend } from '../../src/backends/rest.js';
import { answerSchema, EXAMPLES, faults, OPERATIONS, operationOf } from '../server/support/openapi.js';
import { REST_CALLS, type Whole } from '../support/rest-calls.js';
import { json, scriptedServer } from '../support/scripted-server.js';

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

describe('the examples of the contract', () => {
  it('are found', () => {
    expect(EXAMPLES.length).toBeGreaterThan(10);
  });

  it.each(EXAMPLES)('are true of %s: %s', (operationId, _, value) => {
    const [method, path] = OPERATIONS.find(([, , id]) => id === operationId)!;
    expect(faults(value, answerSchema(operationOf(method, path)!, 200, 'application/json')!)).toEqual([]);
  });

  it.each(EXAMPLES)('can be read by the adapter: %s, %s', async (operationId, _, value) => {
    const { baseUrl, close: end } = await scriptedServer(json(value));
    close = end;
    const { make } = REST_CALLS[operationId as keyof typeof REST_CALLS];
    const reading = make(createRestBackend({ baseUrl }) as Whole, { signal: new AbortController().signal });
    await expect(reading).resolves.toBeDefined();
  });
});
