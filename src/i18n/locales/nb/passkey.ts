import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Legg til denne enheten',
      text: 'Nettleseren ber om fingeravtrykket, ansiktet eller skjermlåsen din. Det blir på enheten din; vi ser det aldri.',
      exists: 'Denne enheten er allerede satt opp.',
    },
    'security-key': {
      title: 'Legg til en sikkerhetsnøkkel',
      text: 'Nettleseren ber deg sette inn eller trykke på nøkkelen din.',
      exists: 'Denne nøkkelen er allerede satt opp.',
    },
  },
  wholeSignIn: 'Med den logger du inn uten passord og uten kode. Den erstatter ikke appen din.',
  existsText: 'Du trenger ikke å legge den til på nytt.',
  useApp: 'Bruk en app i stedet',
  back: 'Tilbake',
  working: 'Et øyeblikk …',
  prompting: 'Følg anvisningene i nettleseren …',
  name: 'Navn',
  names: { passkey: 'Passnøkkel', 'security-key': 'Sikkerhetsnøkkel' },
  nameHint: 'Så du kan skille den fra andre senere.',
  added: 'Lagt til.',
  addedAs: 'Lagt til: {name}.',
  submit: 'Fortsett',
  keepName: 'Behold dette navnet',
  proved: 'Takk. Velg nå «{button}» igjen.',
  notFinished: 'Det ble ikke fullført. Ingenting ble endret. Prøv igjen når du er klar.',
  unsure: 'Vi vet ikke ennå om den ble lagt til.',
  tryAgain: 'Prøv igjen: Hvis den ble lagt til, sier nettleseren det.',
  obstacles: {
    browser: 'Denne nettleseren kan ikke det. Prøv en annen nettleser eller enhet.',
    device: 'Denne enheten har ikke fingeravtrykk, ansikt eller skjermlås som nettleseren kan bruke.',
    frame: 'Denne siden ligger inni en annen, og den andre lar ikke nettleseren spørre deg.',
  },
  openPage: 'Åpne denne siden for seg selv',
  signInTitle: 'Logg inn på nytt',
};
