import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Zadejte název.',
  invalidName: 'Název může mít nejvýš 64 znaků na jednom řádku.',
  impossible: {
    passkey: 'Toto zařízení tady nelze přidat. Zkuste jiné zařízení nebo jiný prohlížeč.',
    'security-key': 'Tento klíč tady nelze přidat. Zkuste jiný klíč nebo jiný prohlížeč.',
  },
  notAdded: 'Nic nebylo přidáno. Zkuste to znovu.',
  refused: {
    passkey: 'Toto zařízení nebylo přijato. Nic se nezměnilo. Zkuste to znovu.',
    'security-key': 'Tento klíč nebyl přijat. Nic se nezměnilo. Zkuste to znovu.',
  },
  superseded: 'Trvalo to příliš dlouho, nebo byla jiná stránka rychlejší. Nic se nezměnilo. Zkuste to znovu.',
  tooMany: 'Příliš mnoho pokusů. Chvíli počkejte a pak to zkuste znovu.',
  tooManyUntil: 'Příliš mnoho pokusů. Znovu to můžete zkusit od {time}.',
  offline: 'Jste bez připojení k internetu. Nic se nezměnilo.',
  lost: 'Spojení se přerušilo a nevíme, zda se to povedlo. Zkuste to za chvíli znovu.',
  notAllowed: 'Tohle tady teď nelze udělat.',
};
