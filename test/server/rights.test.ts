import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startDesk, type Desk } from './support/desk';
import { CALLERS, nameOf, rightsOf, ROUTES_OF_OURS, type Caller, type Rights } from './support/rights';
import { rightsPage, readRights } from './support/rights-page';

const PAGE = new URL('../../docs/rights.md', import.meta.url);

let d: Desk;
let found: Rights;
beforeAll(async () => {
  d = await startDesk({
    deliver: { email: () => Promise.resolve() },
    linked: { providers: [], returnUrl: '/account' },
    limits: { load: 10_000, attempt: 10_000, other: 10_000 },
  });
  found = await rightsOf(d);
  // `RIGHTS=write` writes the page anew, to be read before it is kept.
  if (process.env['RIGHTS'] === 'write') writeFileSync(PAGE, rightsPage(found));
});
afterAll(() => d.t.close());

const kept = (): Rights => readRights(readFileSync(PAGE, 'utf8'));

describe('as the page of rights says', () => {
  const cells = ROUTES_OF_OURS.flatMap((route) => CALLERS.map((caller) => [nameOf(route), caller] as const));
  test.each(cells)('%s by: %s', (route, caller) => {
    expect(found.get(route)![caller]).toBe(kept().get(route)?.[caller]);
  });

  test('and it names every route, and no other', () => {
    expect([...kept().keys()]).toEqual(ROUTES_OF_OURS.map(nameOf));
  });
});

describe('whatever the page says', () => {
  // They say that nobody is there, that nothing is known, or what everybody may know.
  const OPEN_TO_ALL = [
    'GET /mfa/challenge',
    'POST /mfa/challenge/attempts/:attempt/settle',
    'POST /mfa/challenge/cancel',
    'GET /mfa/policy',
  ];
  const isServed = (answer: string): boolean => /^2\d\d$/.test(answer);
  const servedTo = (caller: Caller): string[] =>
    [...found].flatMap(([route, row]) => (isServed(row[caller]) ? [route] : []));

  test.each(['nobody', 'forged cookies'] as const)('%s is served nothing of a person’s', (caller) => {
    expect(servedTo(caller).filter((route) => !OPEN_TO_ALL.includes(route))).toEqual([]);
  });

  test('another site writes nothing', () => {
    const written = [...found].filter(([route]) => route.startsWith('POST') && !route.startsWith('POST /linked'));
    expect(written.length).toBeGreaterThan(30);
    expect(
      written.filter(([, row]) => !row['privileged, another site'].startsWith('403')).map(([name]) => name),
    ).toEqual([]);
  });

  test.each(['password given', 'reset, no pass yet', 'suspended'] as const)(
    '%s: nothing inside the account',
    (caller) => {
      const inside = /\/mfa\/(factors|backup-codes|totp|passkeys|sessions|activity|step-up)/;
      expect(servedTo(caller).filter((route) => inside.test(route))).toEqual([]);
    },
  );

  test('nobody but an agent is served by the help desk', () => {
    const desk = [...found].filter(([route]) => / \/desk\/(cases|audit)/.test(route));
    expect(desk.filter(([, row]) => isServed(row.agent)).length).toBeGreaterThan(1);
    const others = CALLERS.filter((caller) => caller !== 'agent');
    expect(desk.flatMap(([, row]) => others.filter((caller) => isServed(row[caller])))).toEqual([]);
  });
});
