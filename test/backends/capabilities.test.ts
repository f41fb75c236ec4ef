import { describe, expect, it } from 'vitest';
import { BETTER_AUTH, KRATOS, REST } from '../../src/backends/capabilities.js';
import { createKratosBackend } from '../../src/backends/kratos.js';
import { createRestBackend } from '../../src/backends/rest.js';
import type { MfaBackend } from '../../src/ports/backend.js';
import type { Capabilities, FacetName } from '../../src/ports/capabilities.js';
import { CASES, contract, serves, type MethodPath } from '../../src/testing/contract/index.js';

const TABLES: readonly Capabilities[] = [REST, KRATOS, BETTER_AUTH];
const FACETS = Object.keys(REST).filter((key) => key !== 'id') as FacetName[];

const methods = (table: Capabilities): MethodPath[] =>
  FACETS.flatMap((facet) => Object.keys(table[facet]?.methods ?? {}).map((name) => `${facet}.${name}` as MethodPath));
const served = (table: Capabilities): MethodPath[] => methods(table).filter((path) => serves(table, path));
const ALL = [...new Set(TABLES.flatMap(methods))];

describe('the capability tables', () => {
  it('know the same methods', () => {
    for (const table of TABLES) expect(methods(table).filter((path) => !ALL.includes(path))).toEqual([]);
    expect(methods(REST)).toEqual(ALL);
  });

  it.each(ALL)('say of some server that it serves %s', (path) => {
    expect(TABLES.filter((table) => serves(table, path)).map(({ id }) => id)).not.toEqual([]);
  });

  it('would show a method that no server serves', () => {
    const none = TABLES.map((table): Capabilities => ({ ...table, activity: null }));
    expect(none.some((table) => serves(table, 'activity.recent'))).toBe(false);
  });

  describe.each(TABLES.map((table) => [table.id, table] as const))('of %s', (_, table) => {
    it.each(served(table))('is held to %s by a case of the suite', (path) => {
      const cases = contract(table).flatMap((facet) => facet.cases);
      expect(cases.filter(({ uses }) => uses.includes(path)).map(({ name }) => name)).not.toEqual([]);
    });
  });
});

describe('the contract suite', () => {
  it('has no case that applies to no server', () => {
    const applied = new Set(TABLES.flatMap((table) => contract(table).flatMap(({ cases }) => cases)));
    const dead = Object.values(CASES).flatMap((cases) => cases.filter((one) => !applied.has(one)));
    expect(dead.map(({ name }) => name)).toEqual([]);
  });

  it('says each sentence once', () => {
    for (const cases of Object.values(CASES)) {
      const names = cases.map(({ name }) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

const ADAPTERS: readonly (readonly [Capabilities, MfaBackend])[] = [
  [REST, createRestBackend({ baseUrl: 'https://app.example/mfa' })],
  [
    KRATOS,
    createKratosBackend({
      baseUrl: 'https://app.example/kratos',
      totp: { issuer: 'Fjord Bank', accountName: 'ada@example.com' },
      policy: { reveal: true },
    }),
  ],
];

describe.each(ADAPTERS.map(([table, backend]) => ({ id: table.id, table, backend })))(
  'the adapter $id',
  ({ table, backend }) => {
    it('is of the name that its table has', () => {
      expect(backend.id).toBe(table.id);
    });

    it.each(FACETS)('has %s as its table says', (facet) => {
      const port: object = backend[facet] ?? {};
      const methods: Readonly<Record<string, string>> = table[facet]?.methods ?? {};
      const there = Object.entries(port).filter(([, member]) => typeof member === 'function');
      const said = Object.keys(methods).filter((name) => methods[name] !== 'absent');
      expect(there.map(([name]) => name).sort()).toEqual(said.sort());
    });

    it('has the values that its table says', () => {
      expect(backend.challenge?.attempts).toBe(table.challenge?.values.attempts);
      expect(backend.factors?.complete).toBe(table.factors?.values.complete);
      expect(backend.backupCodes).toMatchObject({
        issuing: table.backupCodes?.values.issuing,
        count: table.backupCodes?.values.count,
      });
      expect(backend.totp?.replacing).toBe(table.totp?.values.replacing);
      expect(backend.passkeys?.kinds).toEqual(table.passkeys?.values.kinds);
    });
  },
);
