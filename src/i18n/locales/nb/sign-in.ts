import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Skriv en reservekode',
  text: 'Bruk en kode på listen din som du ikke har brukt ennå. Hver kode virker én gang.',
  label: 'Reservekode',
  hint: 'Den ser slik ut: {shape}. Små eller store bokstaver, med eller uten streker: Alt er greit.',
  hintExact: 'Den ser slik ut: {shape}. Det er forskjell på små og store bokstaver.',
  hintOpaque: 'Skriv den nøyaktig slik den står på listen din.',
  youAreOn: 'Du er på {domain}.',
  where: 'Hvor er kodene mine?',
  whereText:
    'Let etter et ark eller en fil med navnet «Reservekoder for {service}». Mange har dem i en passordbehandler eller sammen med viktige papirer.',
  whereTextMade:
    'Let etter et ark eller en fil med navnet «Reservekoder for {service}», laget {date}. Mange har dem i en passordbehandler eller sammen med viktige papirer.',
  hide: 'Skjul koden',
  show: 'Vis koden',
  submit: 'Bruk denne koden',
  useAsAppCode: 'Bruk den som appkode',
  cantFind: 'Jeg finner ikke kodene mine',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Slik kommer du inn igjen',
  text: 'Velg den første du kan bruke.',
  textAssumed: 'Velg den første du har satt opp.',
  codes: 'En reservekode',
  codesLine: 'Fra listen du lagret eller skrev ut.',
  code: 'En kode som vi sender deg',
  codeTo: 'Kode til {address}',
  linked: 'Innlogging med {name}',
  linkedLine: 'Deretter setter du opp en ny andrefaktor.',
  from: '{line} Fra {service}.',
  none: 'Ingen av disse',
  noneLine: 'Spør hjelpeteamet vårt. Det tar lengre tid.',
  found: 'Jeg fant den. Gå tilbake.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Den reservekoden er nå brukt opp. Du har {count} igjen.',
    other: 'Den reservekoden er nå brukt opp. Du har {count} igjen.',
  },
  usedLow: {
    one: 'Den reservekoden er nå brukt opp. Du har bare {count} igjen.',
    other: 'Den reservekoden er nå brukt opp. Du har bare {count} igjen.',
  },
  usedLast: 'Den reservekoden er nå brukt opp. Det var den siste du hadde.',
  usedUncounted: 'Den reservekoden er nå brukt opp. Sett strek over den på listen din.',
  helpTitle: 'Spør hjelpeteamet vårt',
  helpText: 'Hvis ingenting annet virker, sjekker et menneske hvem du er, og hjelper deg inn igjen.',
};
