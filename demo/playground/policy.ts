import { DEFAULT_POLICY, type Policy } from '../../src/index.js';
import type { Limits, SimulatedServerOptions } from '../../src/testing/index.js';
import { chosen, onOff, value, type Control, type Menu, type Settings, type Value } from './control.js';

type Menus<T> = { readonly [K in keyof T]: Menu<T[K]> };

/** Every key of the policy, its default first. */
const POLICY: Menus<Policy> = {
  backupCodes: { label: 'Backup codes', choices: onOff(true) },
  selfRecovery: { label: 'Backup codes open the account', choices: onOff(true) },
  minFactors: { label: 'Second factors needed', choices: [value('1', '1', 1), value('2', '2', 2)] },
  codesCount: { label: 'Backup codes count as one', choices: onOff(false) },
  postponeRepair: { label: 'Repair may wait', choices: onOff(true) },
  lowAt: { label: 'Few codes are', choices: [value('3', '3', 3), value('5', '5', 5), value('0', 'None', 0)] },
  maskAfterSeconds: {
    label: 'Codes are hidden in the background',
    choices: [value('60', 'After a minute', 60), value('5', 'After 5 seconds', 5)],
  },
  proof: {
    label: 'Codes are saved when',
    choices: [
      value('tick', 'The person says so', 'tick'),
      value('tick-and-save', 'They say so and saved them', 'tick-and-save'),
      value('type-one', 'They type one of them', 'type-one'),
    ],
  },
  reveal: { label: 'Codes may be shown again', choices: onOff(false) },
  hide: {
    label: 'Never offered',
    choices: [
      value('', 'Nothing', DEFAULT_POLICY.hide),
      value('sent', 'Codes that are sent', ['delivered-code']),
      value('passkey', 'Passkeys', ['passkey']),
    ],
  },
};

const LIMITS: Menus<Limits> = {
  tries: { label: 'Wrong proofs until a way is locked', choices: [value('10', '10', 10), value('2', '2', 2)] },
  setsAnHour: { label: 'Sets of codes an hour', choices: [value('5', '5', 5), value('1', '1', 1)] },
  deliveriesAnHour: { label: 'Codes sent an hour', choices: [value('5', '5', 5), value('1', '1', 1)] },
};

const controlsOf = <T>(prefix: string, menus: Menus<T>): readonly Control<Value<unknown>>[] =>
  Object.entries<Menu<unknown>>(menus).map(([name, { label, choices }]) => ({
    id: `${prefix}.${name}`,
    label,
    choices,
  }));

export const POLICY_CONTROLS = controlsOf('policy', POLICY);
export const LIMIT_CONTROLS = controlsOf('limit', LIMITS);

const valuesOf = (settings: Settings, controls: readonly Control<Value<unknown>>[]): object =>
  Object.fromEntries(
    controls.map((control) => [control.id.slice(control.id.indexOf('.') + 1), chosen(settings, control).value]),
  );

export const rulesOf = (settings: Settings): Pick<SimulatedServerOptions, 'policy' | 'limits'> => ({
  policy: valuesOf(settings, POLICY_CONTROLS),
  limits: valuesOf(settings, LIMIT_CONTROLS),
});
