import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Skriv en backupkode',
  text: 'Brug en kode på din liste, som du ikke har brugt endnu. Hver kode virker én gang.',
  label: 'Backupkode',
  hint: 'Den ser sådan ud: {shape}. Små eller store bogstaver, med eller uden streger: alt er i orden.',
  hintExact: 'Den ser sådan ud: {shape}. Der er forskel på små og store bogstaver.',
  hintOpaque: 'Skriv den, præcis som den står på din liste.',
  youAreOn: 'Du er på {domain}.',
  where: 'Hvor er mine koder?',
  whereText:
    'Led efter et papir eller en fil med navnet ”Backupkoder til {service}”. Mange har dem i en adgangskodeadministrator eller sammen med vigtige papirer.',
  whereTextMade:
    'Led efter et papir eller en fil med navnet ”Backupkoder til {service}”, lavet den {date}. Mange har dem i en adgangskodeadministrator eller sammen med vigtige papirer.',
  hide: 'Skjul koden',
  show: 'Vis koden',
  submit: 'Brug denne kode',
  useAsAppCode: 'Brug den som appkode',
  cantFind: 'Jeg kan ikke finde mine koder',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Sådan kommer du ind igen',
  text: 'Vælg den første, du kan bruge.',
  textAssumed: 'Vælg den første, du har sat op.',
  codes: 'En backupkode',
  codesLine: 'Fra den liste, du gemte eller udskrev.',
  code: 'En kode, vi sender dig',
  codeTo: 'Kode til {address}',
  linked: 'Login med {name}',
  linkedLine: 'Derefter sætter du en ny andenfaktor op.',
  from: '{line} Fra {service}.',
  none: 'Ingen af dem',
  noneLine: 'Spørg vores hjælpeteam. Det tager længere tid.',
  found: 'Jeg har fundet den. Gå tilbage.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Den backupkode er nu opbrugt. Du har {count} tilbage.',
    other: 'Den backupkode er nu opbrugt. Du har {count} tilbage.',
  },
  usedLow: {
    one: 'Den backupkode er nu opbrugt. Du har kun {count} tilbage.',
    other: 'Den backupkode er nu opbrugt. Du har kun {count} tilbage.',
  },
  usedLast: 'Den backupkode er nu opbrugt. Det var din sidste.',
  usedUncounted: 'Den backupkode er nu opbrugt. Streg den ud på din liste.',
  helpTitle: 'Spørg vores hjælpeteam',
  helpText: 'Hvis intet andet virker, tjekker et menneske, hvem du er, og hjælper dig ind igen.',
};
