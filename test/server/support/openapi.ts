import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

interface Schema {
  $ref?: string;
  oneOf?: Schema[];
  const?: unknown;
  enum?: unknown[];
  type?: string | string[];
  required?: string[];
  properties?: Record<string, Schema>;
  items?: Schema;
  minimum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}

interface Operation {
  operationId: string;
  description?: string;
  security?: Record<string, unknown>[];
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, Response>;
}
interface Response {
  $ref?: string;
  content?: Record<string, { schema: Schema; examples?: Record<string, { value: unknown }> }>;
}

const file = new URL('../../../src/backends/rest/openapi.yaml', import.meta.url);
const document = parse(readFileSync(file, 'utf8')) as { paths: Record<string, Record<string, Operation>> };

function resolve<T extends { $ref?: string }>(node: T): T {
  if (!node.$ref) return node;
  return node.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], document) as T;
}

const typeOf = (value: unknown) => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  return Number.isInteger(value) ? 'integer' : typeof value;
};

/**
 * What is wrong with a value, by the keywords of JSON Schema that the contract uses. Stricter than the contract in one
 * thing: a member that it doesn't name is reported, so that the server says nothing it wasn't asked.
 */
export function faults(value: unknown, node: Schema, at = '$'): string[] {
  const schema = resolve(node);
  if (schema.oneOf) {
    const branches = schema.oneOf.map((branch) => faults(value, branch, at));
    const matching = branches.filter((found) => found.length === 0).length;
    return matching === 1 ? [] : [`${at}: ${matching} of ${branches.length} branches match`, ...branches.flat()];
  }
  const found: string[] = [];
  const check = (holds: boolean, what: string) => holds || found.push(`${at}: ${what}`);
  if ('const' in schema) check(value === schema.const, `is not ${String(schema.const)}`);
  if (schema.enum) check(schema.enum.includes(value), `is none of ${schema.enum.join(', ')}`);
  if (schema.type) check([schema.type].flat().includes(typeOf(value)), `is not ${String(schema.type)}`);
  if (schema.minimum !== undefined) check(Number(value) >= schema.minimum, 'is too small');
  if (typeof value === 'string') {
    check(
      value.length >= (schema.minLength ?? 0) && value.length <= (schema.maxLength ?? Infinity),
      'has a bad length',
    );
    check(!schema.pattern || new RegExp(schema.pattern).test(value), 'has a bad form');
  }
  if (schema.items && Array.isArray(value)) {
    value.forEach((item, index) => found.push(...faults(item, schema.items!, `${at}[${index}]`)));
  }
  if (typeOf(value) === 'object') {
    const members = value as Record<string, unknown>;
    for (const name of schema.required ?? []) check(name in members, `has no ${name}`);
    for (const [name, member] of Object.entries(schema.properties ? members : {})) {
      const property = schema.properties![name];
      if (property) found.push(...faults(member, property, `${at}.${name}`));
      else check(false, `has the unknown member ${name}`);
    }
  }
  return found;
}

/**
 * Every operation of the contract that a script asks, as `['POST', '/factors/{factor}/rename', 'renameFactor']`. A form is
 * the page's own to send.
 */
export const OPERATIONS = Object.entries(document.paths).flatMap(([path, operations]) =>
  Object.entries(operations)
    .filter(([, { requestBody }]) => !requestBody || 'application/json' in requestBody.content)
    .map(([method, { operationId }]) => [method.toUpperCase(), path, operationId] as const),
);

const ALL = Object.values(document.paths).flatMap((operations) => Object.values(operations));

/**
 * The operations that want a session. Where a document says nothing, its default holds: a session. Some may also be for who
 * was sent to enroll before there is one.
 */
export const OF_SESSION = ALL.filter(({ security = [{ session: [] }] }) =>
  security.some((one) => 'session' in one),
).map(({ operationId }) => operationId);

/** The operations that want a fresh proof. */
export const PRIVILEGED = ALL.filter(({ description = '' }) => description.includes('Wants a fresh proof')).map(
  ({ operationId }) => operationId,
);

/** The contract's examples of answers, as `['listFactors', 'app-and-key', { factors: […] }]`. */
export const EXAMPLES = Object.values(document.paths)
  .flatMap((operations) => Object.values(operations))
  .flatMap(({ operationId, responses }) =>
    Object.entries(responses[200]?.content?.['application/json']?.examples ?? {}).map(
      ([name, { value }]) => [operationId, name, value] as const,
    ),
  );

/** The operation of a request below the base URL of the contract. */
export function operationOf(method: string, path: string): Operation | null {
  for (const [template, operations] of Object.entries(document.paths)) {
    const pattern = new RegExp(`^${template.replace(/\{\w+\}/g, '[^/]+')}$`);
    if (pattern.test(path)) return operations[method.toLowerCase()] ?? null;
  }
  return null;
}

/** The schema an answer has to follow; null for an answer without a body, undefined for one that isn't in the contract. */
export function answerSchema(operation: Operation, status: number, contentType: string): Schema | null | undefined {
  const response = resolve(operation.responses[status] ?? operation.responses.default!);
  if (!response.content) return contentType === '' ? null : undefined;
  return response.content[contentType]?.schema;
}
