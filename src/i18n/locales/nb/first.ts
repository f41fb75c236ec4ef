import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Innlogging hos {service}',
  whoAs: 'Innlogging hos {service} som {account}',
  loading: 'Et øyeblikk …',
  checking: 'Sjekker …',
  notLoaded: 'Feil: En del av siden ble ikke lastet inn. Prøv igjen.',
  tryAgain: 'Prøv igjen',
  cancel: 'Avbryt',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Skriv koden fra appen din',
  text: 'Åpne autentiseringsappen din, og skriv den 6-sifrede koden for {service}.',
  label: 'Appkode',
  submit: 'Fortsett',
  trust: {
    one: 'Ikke spør på denne enheten på {count} dag.',
    other: 'Ikke spør på denne enheten på {count} dager.',
  },
  trustHint: 'Kryss bare av her på din egen enhet.',
  usePasskey: 'Bruk passnøkkelen din',
  useApp: 'Bruk en kode fra appen din',
  send: 'Send meg en kode',
  sendTo: 'Send en kode til {address}',
  another: 'Bruk en annen måte',
  lost: 'Jeg har mistet andrefaktoren min',
  lostHint: 'Har du mistet mobilen eller nøkkelen, eller fått en ny? Start her.',
  choose: 'Hvordan vil du bekrefte at det er deg?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Denne delen av siden virker ikke. Si gjerne fra til dem som står bak {service}.',
};
