import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Skriv en reservkod',
  text: 'Använd en kod på din lista som du inte har använt än. Varje kod gäller en gång.',
  label: 'Reservkod',
  hint: 'Den ser ut så här: {shape}. Små eller stora bokstäver, med eller utan streck: allt går bra.',
  hintExact: 'Den ser ut så här: {shape}. Det är skillnad på små och stora bokstäver.',
  hintOpaque: 'Skriv den precis som den står på din lista.',
  youAreOn: 'Du är på {domain}.',
  where: 'Var är mina koder?',
  whereText:
    'Leta efter ett papper eller en fil som heter ”Reservkoder för {service}”. Många har dem i en lösenordshanterare eller bland viktiga papper.',
  whereTextMade:
    'Leta efter ett papper eller en fil som heter ”Reservkoder för {service}”, skapad {date}. Många har dem i en lösenordshanterare eller bland viktiga papper.',
  hide: 'Dölj koden',
  show: 'Visa koden',
  submit: 'Använd den här koden',
  useAsAppCode: 'Använd den som appkod',
  cantFind: 'Jag hittar inte mina koder',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Så kommer du in igen',
  text: 'Välj det första som du kan använda.',
  textAssumed: 'Välj det första som du har ställt in.',
  codes: 'En reservkod',
  codesLine: 'Från listan som du sparade eller skrev ut.',
  code: 'En kod som vi skickar till dig',
  codeTo: 'Kod till {address}',
  linked: 'Inloggning med {name}',
  linkedLine: 'Sedan ställer du in en ny andra faktor.',
  from: '{line} Från {service}.',
  none: 'Inget av detta',
  noneLine: 'Fråga vårt hjälpteam. Det tar längre tid.',
  found: 'Jag hittade den. Gå tillbaka.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Den reservkoden är nu förbrukad. Du har {count} kvar.',
    other: 'Den reservkoden är nu förbrukad. Du har {count} kvar.',
  },
  usedLow: {
    one: 'Den reservkoden är nu förbrukad. Du har bara {count} kvar.',
    other: 'Den reservkoden är nu förbrukad. Du har bara {count} kvar.',
  },
  usedLast: 'Den reservkoden är nu förbrukad. Det var din sista.',
  usedUncounted: 'Den reservkoden är nu förbrukad. Stryk över den på din lista.',
  helpTitle: 'Fråga vårt hjälpteam',
  helpText: 'Om inget annat fungerar kontrollerar en människa vem du är och hjälper dig in igen.',
};
