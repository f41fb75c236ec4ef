import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transformSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { abilitiesOf, SERVER } from '../../demo/playground/abilities';
import { personOf, serverOptionsOf } from '../../demo/playground/account';
import { readAddress, writeAddress } from '../../demo/playground/address';
import { CONTROLS } from '../../demo/playground/controls';
import { FAULT } from '../../demo/playground/faults';
import { JOURNEY } from '../../demo/playground/journeys';
import { languageControl } from '../../demo/playground/surroundings';
import { snippetOf } from '../../demo/playground/snippet';
import { REST } from '../../src/backends/capabilities';
import { DEFAULT_POLICY } from '../../src/core/policy';
import { FAULT_KINDS, OPERATIONS } from '../../src/testing';

const ROOT = join(import.meta.dirname, '../..');

describe('the choices', () => {
  it('have a name each of their own', () => {
    const names = CONTROLS.map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
  });

  it.each(CONTROLS.map((control) => [control.id, control] as const))('of %s are told apart', (_, { choices }) => {
    for (const told of [choices.map(({ id }) => id), choices.map(({ label }) => label)])
      expect(new Set(told).size).toBe(told.length);
  });

  it('hold every fault of the menu', () => {
    const kinds = FAULT.choices.flatMap(({ fault }) => fault?.kind ?? []);
    expect([...new Set(kinds)].sort()).toEqual([...FAULT_KINDS].sort());
  });

  it('hold every call of the contract', () => {
    const calls = CONTROLS.find(({ id }) => id === 'call')?.choices.map(({ id }) => id) ?? [];
    expect(calls).toEqual(expect.arrayContaining(Object.keys(OPERATIONS)));
  });

  it('hold each language that has words, before those that have none', () => {
    const { choices } = languageControl(['fr', 'ar']);
    expect(choices.map(({ label }) => label)).toEqual([
      'English',
      'French',
      'Arabic',
      'Norwegian Bokmål (dates and times)',
      'German (dates and times)',
    ]);
  });
});

describe('an address', () => {
  it.each([
    ['', {}],
    ['#', {}],
    ['#journey=app', { journey: 'app' }],
    ['#journey=app&codes-left=1&dir=rtl', { journey: 'app', 'codes-left': '1', dir: 'rtl' }],
    ['#dir=rtl&journey=app', { journey: 'app', dir: 'rtl' }],
    ['#journey=lost-factor', {}],
    ['#journey=nowhere&dir=rtl', { dir: 'rtl' }],
    ['#nobody=knows&dir=rtl', { dir: 'rtl' }],
    ['#dir=rtl&dir=ltr', { dir: 'rtl' }],
    ['#dir', {}],
    ['#__proto__=x&constructor=y', {}],
    ['#%E0%A4%A=1&dir=rtl', { dir: 'rtl' }],
  ])('%s says %j', (hash, settings) => {
    expect(readAddress(hash, CONTROLS)).toEqual(settings);
  });

  it('leads back to each choice', () => {
    const all = CONTROLS.flatMap(({ id, choices }) => choices.slice(1).map((choice) => ({ [id]: choice.id })));
    expect(all.length).toBeGreaterThan(100);
    for (const settings of all) expect(readAddress(writeAddress(settings, CONTROLS), CONTROLS)).toEqual(settings);
  });

  it('says nothing where nothing was chosen', () => {
    expect(writeAddress({ journey: 'lost-factor', lang: 'en' }, CONTROLS)).toBe('');
  });
});

describe('the person', () => {
  it.each([
    [{}, { account: {}, at: 'challenge', locked: [] }],
    [{ journey: 'passkey' }, { account: { totp: false, passkeys: 1 }, at: 'challenge', locked: [] }],
    [
      { journey: 'passkey', 'has-app': 'yes' },
      { account: { totp: true, passkeys: 1 }, at: 'challenge', locked: [] },
    ],
    [{ 'codes-left': 'never' }, { account: { backupCodes: false }, at: 'challenge', locked: [] }],
    [{ situation: 'app-locked' }, { account: {}, at: 'challenge', locked: ['totp'] }],
    [
      { journey: 'codes', proof: 'old' },
      { account: {}, at: 'old', locked: [] },
    ],
    [{ journey: 'step-up' }, { account: {}, at: 'old', locked: [] }],
    [{ proof: 'old' }, { account: {}, at: 'challenge', locked: [] }],
  ])('%j is %j', (settings, person) => {
    expect(personOf(settings)).toEqual(person);
  });
});

describe('the server', () => {
  it('has the strict policy where nothing was chosen', () => {
    const { policy, limits } = serverOptionsOf({}, 0);
    expect(policy).toEqual(DEFAULT_POLICY);
    expect(limits).toEqual({ tries: 10, setsAnHour: 5, deliveriesAnHour: 5 });
  });

  it('has what was chosen of the policy', () => {
    const { policy } = serverOptionsOf({ 'policy.proof': 'type-one', 'policy.minFactors': '2' }, 0);
    expect(policy).toEqual({ ...DEFAULT_POLICY, proof: 'type-one', minFactors: 2 });
  });

  it.each(SERVER.choices.map(({ id, can }) => [id, can] as const))(
    'is like %s, with nothing else chosen',
    (id, can) => {
      expect(abilitiesOf({ server: id }, false)).toEqual(can);
    },
  );

  it('differs by one value', () => {
    const { totp } = abilitiesOf({ 'totp.replacing': 'gap' }, false);
    expect(totp).toEqual({ ...REST.totp, values: { ...REST.totp.values, replacing: 'gap' } });
  });

  it('does without what it is not to serve', () => {
    expect(abilitiesOf({ 'passkeys.served': 'no' }, false)).toEqual({ ...REST, passkeys: null });
  });

  it('shows codes again where it may', () => {
    expect(abilitiesOf({}, true).backupCodes?.methods.reveal).toBe('served');
  });
});

describe('the HTML to copy', () => {
  it('is the element, its attributes and what is imported', () => {
    expect(snippetOf({ journey: 'step-up', dir: 'rtl', look: 'unstyled' }, 'de')).toBe(`<mfa-step-up
  backend="rest"
  base-url="/api/auth/mfa"
  service="Fjord Bank"
  action="change your email address"
  sign-in-url="/login"
  help-url="/help"
  lang="de"
  dir="rtl"
  unstyled
></mfa-step-up>
<script type="module">
  import 'mfa-elements/backends/rest';
  import 'mfa-elements/define/step-up';
</script>
`);
  });

  it('says by script what attributes cannot', () => {
    expect(snippetOf({ journey: 'help', server: 'kratos' }, null)).toContain(`
  import { createKratosBackend } from 'mfa-elements/backends/kratos';
  import 'mfa-elements/define/sign-in';

  const element = document.querySelector('mfa-sign-in');
  element.backend = createKratosBackend({
    baseUrl: '/kratos',
    totp: { issuer: 'Fjord Bank', accountName: ({ email }) => String(email) },
  });
  element.contact = {
    phone: '+47 22 00 00 00',
    hours: 'Monday to Friday, 8 to 16',
`);
  });

  interface Described {
    readonly tagName?: string;
    readonly attributes?: readonly { readonly name: string }[];
  }
  const { modules } = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8')) as {
    modules: readonly { readonly declarations: readonly Described[] }[];
  };
  const described = modules.flatMap(({ declarations }) => declarations);
  const all = JOURNEY.choices.flatMap((journey) => SERVER.choices.map((server) => [journey.id, server.id] as const));

  it.each(all)('of %s at %s names what there is, and its script can be read', (journey, server) => {
    const html = snippetOf({ journey, server, look: 'unstyled' }, null);
    const [, tag = '', attributes = '', script = ''] =
      /^<([\w-]+)\n([^>]*)><\/\1>\n<script type="module">\n([^<]*)<\/script>\n$/.exec(html) ?? [];
    const names = [...attributes.matchAll(/^ {2}([\w-]+)(?:="[^"]*")?$/gm)].map(([, name]) => name);
    expect(names.length).toBe(attributes.trim().split('\n').length);
    const known = described.find(({ tagName }) => tagName === tag)?.attributes?.map(({ name }) => name);
    expect(known).toEqual(expect.arrayContaining(names));
    const imported = [...script.matchAll(/'mfa-elements\/(.*)'/g)].map(([, path = '']) => path);
    expect(imported).toHaveLength(2);
    for (const path of imported) expect(existsSync(join(ROOT, `src/${path}.ts`))).toBe(true);
    expect(() => transformSync(script, { format: 'esm' })).not.toThrow();
  });
});
