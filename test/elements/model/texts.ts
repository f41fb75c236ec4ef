import type { World } from './world.js';

/** What a person types. */
const TEXTS = {
  fitting,
  wrong: wrongFor,
  'app-code': ({ server }: World) => (server.account.appKey ? server.appCode() : '111222'),
  'backup-code': ({ server }: World) => (server.account.codesLeft > 0 ? server.backupCode() : 'none left'),
  spent: ({ server }: World, field: HTMLInputElement) =>
    server.account.codeSets.flatMap(({ codes }) => codes).find(({ usedAt }) => usedAt !== null)?.code ?? field.value,
  old: ({ server }: World, field: HTMLInputElement) =>
    server.account.codeSets.find(({ state }) => state === 'replaced')?.codes[0]?.code ?? field.value,
  half: (world: World, field: HTMLInputElement) => fitting(world, field).slice(0, 4),
  empty: () => '',
} as const;

export type Text = keyof typeof TEXTS;

/** What a person types into this field. A name is no code, whatever they have at hand. */
export const textFor = (text: Text, world: World, field: HTMLInputElement): string =>
  field.name === 'factor-name' && text !== 'empty' ? fitting(world, field) : TEXTS[text](world, field);

/** What this field asks for, where the person has it. */
export function fitting(world: World, field: HTMLInputElement): string {
  const { server, tab } = world;
  const { account } = server;
  switch (field.name) {
    case 'totp':
      return TEXTS['app-code'](world);
    case 'app-code':
      return account.newAppKey ? server.appCode(account.newAppKey) : '111222';
    case 'backup-code':
      return TEXTS['backup-code'](world);
    case 'delivered-code':
      return account.outbox.some(({ kind }) => kind === 'code') ? server.sentCode() : '111222';
    case 'password':
      return account.password;
    case 'help-code':
      return account.enroll?.pass ?? 'none';
    case 'saved-code':
      return tab.page.querySelector('code[data-part=code]')?.textContent ?? 'none';
    case 'factor-name':
      return 'Blue key';
    default:
      throw new Error(`The model knows no field called ${field.name}.`);
  }
}

function wrongFor({ server }: World, { name }: HTMLInputElement): string {
  if (name === 'backup-code' || name === 'help-code' || name === 'saved-code') return server.wrongCode('backup-code');
  return name === 'password' ? 'not it' : server.wrongCode('totp');
}
