import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Wpisz kod zapasowy',
  text: 'Użyj dowolnego kodu ze swojej listy, który nie był jeszcze użyty. Każdy kod działa tylko raz.',
  label: 'Kod zapasowy',
  hint: 'Wygląda tak: {shape}. Wielkość liter i kreski nie mają znaczenia.',
  hintExact: 'Wygląda tak: {shape}. Wielkość liter ma znaczenie.',
  hintOpaque: 'Wpisz go dokładnie tak, jak jest na liście.',
  youAreOn: 'Jesteś na stronie {domain}.',
  where: 'Gdzie są moje kody?',
  whereText:
    'Poszukaj kartki lub pliku o nazwie „Kody zapasowe do serwisu {service}”. Zwykle trzyma się je w menedżerze haseł albo z ważnymi dokumentami.',
  whereTextMade:
    'Poszukaj kartki lub pliku o nazwie „Kody zapasowe do serwisu {service}” (utworzono {date}). Zwykle trzyma się je w menedżerze haseł albo z ważnymi dokumentami.',
  hide: 'Ukryj kod',
  show: 'Pokaż kod',
  submit: 'Użyj tego kodu',
  useAsAppCode: 'Użyj jako kodu z aplikacji',
  cantFind: 'Nie mogę znaleźć swoich kodów',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Pomożemy Ci wrócić na konto',
  text: 'Wybierz pierwszy sposób, którego możesz użyć.',
  textAssumed: 'Wybierz pierwszy sposób, który masz ustawiony.',
  codes: 'Kod zapasowy',
  codesLine: 'Z listy zapisanej lub wydrukowanej.',
  code: 'Kod, który Ci wyślemy',
  codeTo: 'Kod na {address}',
  linked: 'Logowanie przez {name}',
  linkedLine: 'Potem ustawisz nowy drugi składnik.',
  from: '{line} Zapewnia to {service}.',
  none: 'Żaden z tych sposobów',
  noneLine: 'Zwróć się do naszego zespołu pomocy. To potrwa dłużej.',
  found: 'Jednak go mam. Wróć.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Ten kod zapasowy jest już wykorzystany. Pozostał Ci {count}.',
    few: 'Ten kod zapasowy jest już wykorzystany. Pozostały Ci {count}.',
    many: 'Ten kod zapasowy jest już wykorzystany. Pozostało Ci {count}.',
  },
  usedLow: {
    one: 'Ten kod zapasowy jest już wykorzystany. Pozostał Ci tylko {count}.',
    few: 'Ten kod zapasowy jest już wykorzystany. Pozostały Ci tylko {count}.',
    many: 'Ten kod zapasowy jest już wykorzystany. Pozostało Ci tylko {count}.',
  },
  usedLast: 'Ten kod zapasowy jest już wykorzystany. To był Twój ostatni.',
  usedUncounted: 'Ten kod zapasowy jest już wykorzystany. Skreśl go na swojej liście.',
  helpTitle: 'Zwróć się do zespołu pomocy',
  helpText: 'Jeśli nic innego nie zadziała, osoba z zespołu sprawdzi, kim jesteś, i pomoże Ci wrócić na konto.',
};
