import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Přihlášení do služby {service}',
  whoAs: 'Přihlášení do služby {service} jako {account}',
  loading: 'Okamžik…',
  checking: 'Ověřování…',
  notLoaded: 'Chyba: Část této stránky se nenačetla. Zkuste to znovu.',
  tryAgain: 'Zkusit znovu',
  cancel: 'Zrušit',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Zadejte kód z aplikace',
  text: 'Otevřete ověřovací aplikaci a zadejte 6místný kód pro službu {service}.',
  label: 'Kód z aplikace',
  submit: 'Pokračovat',
  trust: {
    one: 'Na tomto zařízení se {count} den neptat.',
    few: 'Na tomto zařízení se {count} dny neptat.',
    other: 'Na tomto zařízení se {count} dní neptat.',
  },
  trustHint: 'Zaškrtněte jen na vlastním zařízení.',
  usePasskey: 'Použít přístupový klíč',
  useApp: 'Použít kód z aplikace',
  send: 'Poslat mi kód',
  sendTo: 'Poslat kód na {address}',
  another: 'Použít jiný způsob',
  lost: 'Nemám už druhý faktor',
  lostHint: 'Ztratil se vám telefon nebo klíč, nebo máte nový? Začněte tady.',
  choose: 'Jak chcete potvrdit, že jste to vy?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Tato část stránky nefunguje. Dejte prosím vědět provozovateli služby {service}.',
};
