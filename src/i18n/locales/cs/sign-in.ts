import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Zadejte záložní kód',
  text: 'Použijte kterýkoli kód ze svého seznamu, který jste ještě nepoužili. Každý kód platí jen jednou.',
  label: 'Záložní kód',
  hint: 'Vypadá takto: {shape}. Na velikosti písmen a pomlčkách nezáleží.',
  hintExact: 'Vypadá takto: {shape}. Na velikosti písmen záleží.',
  hintOpaque: 'Zadejte ho přesně tak, jak je na vašem seznamu.',
  youAreOn: 'Jste na stránce {domain}.',
  where: 'Kde mám své kódy?',
  whereText:
    'Hledejte list nebo soubor s názvem „Záložní kódy pro službu {service}“. Lidé je mívají ve správci hesel nebo u důležitých dokladů.',
  whereTextMade:
    'Hledejte list nebo soubor s názvem „Záložní kódy pro službu {service}“ (vytvořeno {date}). Lidé je mívají ve správci hesel nebo u důležitých dokladů.',
  hide: 'Skrýt kód',
  show: 'Zobrazit kód',
  submit: 'Použít tento kód',
  useAsAppCode: 'Použít jako kód z aplikace',
  cantFind: 'Nemohu své kódy najít',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Pomůžeme vám zpět do účtu',
  text: 'Zvolte první možnost, kterou můžete použít.',
  textAssumed: 'Zvolte první možnost, kterou máte nastavenou.',
  codes: 'Záložní kód',
  codesLine: 'Ze seznamu, který jste si uložili nebo vytiskli.',
  code: 'Kód, který vám pošleme',
  codeTo: 'Kód na {address}',
  linked: 'Přihlášení přes {name}',
  linkedLine: 'Potom si nastavíte nový druhý faktor.',
  from: '{line} Poskytuje to {service}.',
  none: 'Žádná z těchto možností',
  noneLine: 'Obrátit se na náš tým podpory. Trvá to déle.',
  found: 'Našlo se to. Zpět.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Tento záložní kód je teď spotřebovaný. Zbývá vám {count}.',
    few: 'Tento záložní kód je teď spotřebovaný. Zbývají vám {count}.',
    other: 'Tento záložní kód je teď spotřebovaný. Zbývá vám {count}.',
  },
  usedLow: {
    one: 'Tento záložní kód je teď spotřebovaný. Zbývá vám už jen {count}.',
    few: 'Tento záložní kód je teď spotřebovaný. Zbývají vám už jen {count}.',
    other: 'Tento záložní kód je teď spotřebovaný. Zbývá vám už jen {count}.',
  },
  usedLast: 'Tento záložní kód je teď spotřebovaný. Byl to váš poslední.',
  usedUncounted: 'Tento záložní kód je teď spotřebovaný. Škrtněte ho na svém seznamu.',
  helpTitle: 'Obraťte se na náš tým podpory',
  helpText: 'Když nic jiného nepomůže, člověk z týmu ověří, kdo jste, a pomůže vám zpět do účtu.',
};
