import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Připojte aplikaci',

  readyText: 'Potřebujete v telefonu ověřovací aplikaci. Stačí kterákoli.',
  replacing: {
    atomic: 'Vaše stará aplikace funguje, dokud nezačne fungovat nová.',
    gap: 'Mezitím platí jen vaše záložní kódy.',
    'all-off': 'Druhý faktor i všechny záložní kódy tím budou vypnuté, dokud nastavení nedokončíte.',
  },
  start: 'Nastavit aplikaci',
  understand: 'Rozumím, pokračovat',
  working: 'Okamžik…',
  proved: 'Děkujeme. Teď znovu zvolte „{button}“.',
  cancelled: {
    none: 'Žádná aplikace nebyla připojena. Nic se nezměnilo.',
    atomic: 'Žádná aplikace nebyla připojena. Vaše stará aplikace stále funguje.',
    gap: 'Žádná aplikace nebyla připojena. Vaše stará aplikace už možná nefunguje: nastavte aplikaci, nebo mějte záložní kódy po ruce.',
    'all-off': 'Žádná aplikace nebyla připojena. Váš druhý faktor je vypnutý, dokud aplikaci nenastavíte.',
  },

  open: 'Otevřete nebo nainstalujte v telefonu ověřovací aplikaci.',
  scan: 'V aplikaci zvolte „přidat“ a naskenujte tento obrázek.',
  addHere: 'Přidejte tento účet do ověřovací aplikace v tomto telefonu.',
  openInApp: 'Otevřít v mé aplikaci',
  notOpened: 'Nic se neotevřelo? Zkopírujte klíč pro nastavení a vložte ho do aplikace.',
  picture: 'Obrázek k naskenování ověřovací aplikací. Pokud ho nemůžete naskenovat, použijte klíč pro nastavení.',
  noPicture: 'Obrázek se nenačetl. Použijte místo něj klíč pro nastavení, nebo to zkuste znovu.',
  cantScan: 'Nejde to naskenovat?',
  otherPhone: 'Naskenovat jiným telefonem',
  key: 'Klíč pro nastavení',
  copyKey: 'Kopírovat klíč',
  copied: 'Zkopírováno. Vložte ho do aplikace.',
  copyBlocked: 'Prohlížeč nedovolil kopírování. Přepište klíč do aplikace ručně.',
  settings: 'Typ: podle času, počet číslic {digits}, interval {period} s',
  settingsAlgorithm: 'Typ: podle času, počet číslic {digits}, interval {period} s, {algorithm}',
  typeIt: 'Zadejte kód, který aplikace ukazuje.',
  lastStep: 'Poslední krok: zadejte kód, který aplikace ukazuje. Tím se vše zapne.',
  away: 'Zatímco jste byli pryč, odstranili jsme ze stránky obrázek i klíč pro nastavení. Pokud už je aplikace má, zadejte její kód. Pokud ne, začněte znovu.',
  label: 'Kód z aplikace',
  goOn: 'Pokračovat',
  checking: 'Ověřování…',
  back: 'Zpět',
  cancel: 'Zrušit',
  restart: 'Začít znovu',

  empty: 'Zadejte kód, který aplikace ukazuje.',
  incomplete: {
    one: 'Tohle nevypadá jako celý kód. Kód má {count} číslici.',
    few: 'Tohle nevypadá jako celý kód. Kód má {count} číslice.',
    other: 'Tohle nevypadá jako celý kód. Kód má {count} číslic.',
  },
  wrong: 'Tento kód nefungoval. Počkejte na další a zadejte ten.',
  used: 'Tento kód už byl použit. Počkejte na další a zadejte ten.',
  wrongClock: 'Tento kód nefungoval. Počkejte na další a zadejte ten. Zkontrolujte, zda si telefon nastavuje čas sám.',
  notArrived: 'Vaše aplikace zatím není připojená. Zadejte kód, který ukazuje teď.',
  offline: 'Jste bez připojení k internetu. Váš kód nebyl odeslán.',
  offlineBefore: 'Jste bez připojení k internetu. Nic se nezměnilo.',
  lostStart: {
    atomic: 'Spojení se přerušilo a vaše aplikace zatím není připojená. Zkuste to znovu.',
    gap: 'Spojení se přerušilo a nevíme, zda vaše stará aplikace stále funguje. Zkuste to znovu.',
    'all-off': 'Spojení se přerušilo a nevíme, zda je váš druhý faktor stále zapnutý. Zkuste to znovu.',
  },
  lostCode: 'Zatím nevíme, zda je vaše aplikace připojená. Zadejte kód, který ukazuje teď.',
  unusable:
    'Nemůžeme vám ukázat obrázek, který by šlo bezpečně naskenovat. Dejte prosím vědět provozovateli služby {service}.',
  notAllowed: 'Tohle tady teď nelze udělat.',

  unsure: 'Zatím nevíme, zda je vaše aplikace připojená.',
  checkAgain: 'Zkontrolovat znovu',

  overTitle: 'Začněte tento krok znovu',
  over: 'Nastavení trvalo příliš dlouho, nebo ho nahradilo jiné. Pokud aplikace ukazuje novou položku, smažte ji v ní.',

  doneTitle: 'Vaše aplikace je připojená',
  done: 'Od teď její kódy potvrzují, že jste to vy.',
  oldGone: 'Vaše stará aplikace už nefunguje. Smažte v ní starou položku tohoto účtu.',
  codesOn: {
    one: '{count} záložní kód je zapnutý',
    few: '{count} záložní kódy jsou zapnuté',
    other: '{count} záložních kódů je zapnutých',
  },
};
