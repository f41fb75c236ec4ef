import { BETTER_AUTH, KRATOS, REST } from '../../src/backends/capabilities.js';
import type { Capabilities, FacetName } from '../../src/ports/capabilities.js';
import { chosen, value, type Choice, type Control, type Menu, type Settings, type Value } from './control.js';

export interface ServerKind extends Choice {
  readonly can: Capabilities;
}

/** Like which server the simulated one is. */
export const SERVER: Control<ServerKind> = {
  id: 'server',
  label: 'Like',
  choices: [
    { id: 'rest', label: 'A server that speaks the contract', can: REST },
    { id: 'kratos', label: 'Ory Kratos', can: KRATOS },
    { id: 'better-auth', label: 'Better Auth as it comes', can: BETTER_AUTH },
  ],
};

type Facets = { readonly [F in FacetName]: NonNullable<Capabilities[F]> };
/** Every value by which servers differ; null where a simulated server of the contract can't be cut down to another one. */
type Menus = {
  readonly [F in FacetName]: {
    readonly [K in keyof Facets[F]['values']]: Menu<Facets[F]['values'][K]> | null;
  };
};

const MENUS: Menus = {
  challenge: {
    entries: null,
    proofs: {
      label: 'Proofs',
      choices: [
        value('no-passkey', 'No passkey', ['totp', 'backup-code', 'delivered-code']),
        value('codes-only', 'App and backup codes', ['totp', 'backup-code']),
      ],
    },
    attempts: {
      label: 'An attempt that comes twice',
      choices: [value('replayed', 'Gets the same answer', 'replayed'), value('ignored', 'Is a new one', 'ignored')],
    },
    usedCode: {
      label: 'A used backup code',
      choices: [value('used-code', 'Is told', 'used-code'), value('wrong-code', 'Looks wrong', 'wrong-code')],
    },
    unspent: null,
    lostSession: {
      label: 'A session whose answer was lost',
      choices: [value('given-again', 'Is given again', 'given-again'), value('lost', 'Is lost', 'lost')],
    },
    certainty: {
      label: 'What the person has set up',
      choices: [value('told', 'Is told', 'told'), value('assumed', 'Is assumed', 'assumed')],
    },
    account: {
      label: 'Who is signing in',
      choices: [value('told', 'Is told', 'told'), value('unknown', 'Is not told', 'unknown')],
    },
    codesLeft: {
      label: 'How many codes are left',
      choices: [value('told', 'Is told', 'told'), value('unknown', 'Is not told', 'unknown')],
    },
    handle: {
      label: 'The challenge has a name',
      choices: [value('yes', 'Yes', true), value('no', 'No', false)],
    },
    tasks: null,
  },
  stepUp: {
    how: null,
    privilegedUntil: {
      label: 'Until when a proof is fresh',
      choices: [value('told', 'Is told', 'told'), value('unknown', 'Is not told', 'unknown')],
    },
  },
  factors: {
    complete: {
      label: 'The list of factors is complete',
      choices: [value('yes', 'Yes', true), value('no', 'No', false)],
    },
    passkeyOpens: null,
    totpRemoval: {
      label: 'Removing the app',
      choices: [
        value('alone', 'Removes it alone', 'alone'),
        value('all', 'Removes every second factor', 'all-second-factors'),
      ],
    },
    guardsLast: null,
  },
  backupCodes: {
    issuing: {
      label: 'New codes are on',
      choices: [value('staged', 'Once they are saved', 'staged'), value('immediate', 'At once', 'immediate')],
    },
    count: {
      label: 'The count of codes',
      choices: [value('exact', 'Is known', 'exact'), value('unknown', 'Is not known', 'unknown')],
    },
    states: null,
  },
  totp: {
    replacing: {
      label: 'A new app takes the place of the old one',
      choices: [
        value('atomic', 'In one step', 'atomic'),
        value('gap', 'The old one is turned off first', 'gap'),
        value('all-off', 'With the second factor off meanwhile', 'all-off'),
      ],
    },
    bringsCodes: null,
  },
  passkeys: {
    kinds: {
      label: 'Can be registered',
      choices: [
        value('passkey', 'Passkeys, with no name', [{ kind: 'passkey', opens: 'second-step', naming: 'none' }]),
        value('named-key', 'Security keys, with a name', [
          { kind: 'security-key', opens: 'second-step', naming: 'required' },
        ]),
        value('whole', 'Passkeys as a whole sign-in', [
          { kind: 'passkey', opens: 'whole-sign-in', naming: 'optional' },
        ]),
      ],
    },
  },
  sessions: { trustedDevices: null },
  assistance: {},
  activity: {},
};

interface Ability extends Choice {
  readonly value?: unknown;
}

const AS_IS: Ability = { id: '', label: 'As that server has it' };
const NAMES: { readonly [F in FacetName]: string } = {
  challenge: 'Challenge',
  stepUp: 'Step-up',
  factors: 'List of factors',
  backupCodes: 'Backup codes',
  totp: 'Apps',
  passkeys: 'Registering passkeys',
  sessions: 'Other sessions',
  assistance: 'Requests to the help team',
  activity: 'Recent activity',
};

const facets = Object.keys(NAMES) as readonly FacetName[];
const SERVED = 'served';
const isServed = (facet: FacetName): Control<Ability> => ({
  id: `${facet}.${SERVED}`,
  label: NAMES[facet],
  choices: [AS_IS, { id: 'no', label: 'Not served' }],
});
const valueControls = (facet: FacetName): readonly Control<Ability>[] =>
  Object.entries(MENUS[facet] as Readonly<Record<string, { label: string; choices: readonly Value<unknown>[] } | null>>)
    .flatMap(([name, menu]) => (menu ? [{ id: `${facet}.${name}`, label: menu.label, choices: menu.choices }] : []))
    .map((control) => ({ ...control, choices: [AS_IS, ...control.choices] }));

export const ABILITIES: readonly Control<Ability>[] = facets.flatMap(valueControls);
export const FACETS: readonly Control<Ability>[] = facets.map(isServed);

/** What the server can, by what was chosen. With `reveals` it shows codes again, which the contract leaves to others. */
export function abilitiesOf(settings: Settings, reveals: boolean): Capabilities {
  const { can } = chosen(settings, SERVER);
  const cut = facets.map((facet) => {
    const own = can[facet] as { readonly methods: object; readonly values: object } | null;
    if (!own || settings[`${facet}.${SERVED}`] === 'no') return [facet, null];
    const values = valueControls(facet).flatMap((control) => {
      const { value: of } = chosen(settings, control);
      return of === undefined ? [] : [[control.id.slice(facet.length + 1), of] as const];
    });
    const differing = Object.fromEntries<unknown>(values);
    const shows = facet === 'backupCodes' && reveals && { reveal: SERVED };
    return [facet, { methods: { ...own.methods, ...shows }, values: { ...own.values, ...differing } }];
  });
  return { id: can.id, ...Object.fromEntries(cut) } as Capabilities;
}
