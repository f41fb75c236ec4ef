import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Login hos {service}',
  whoAs: 'Login hos {service} som {account}',
  loading: 'Et øjeblik …',
  checking: 'Tjekker …',
  notLoaded: 'Fejl: En del af siden blev ikke indlæst. Prøv igen.',
  tryAgain: 'Prøv igen',
  cancel: 'Annuller',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Skriv koden fra din app',
  text: 'Åbn din godkendelsesapp, og skriv den 6-cifrede kode til {service}.',
  label: 'Appkode',
  submit: 'Fortsæt',
  trust: {
    one: 'Spørg ikke på denne enhed i {count} dag.',
    other: 'Spørg ikke på denne enhed i {count} dage.',
  },
  trustHint: 'Sæt kun kryds her på din egen enhed.',
  usePasskey: 'Brug din adgangsnøgle',
  useApp: 'Brug en kode fra din app',
  send: 'Send mig en kode',
  sendTo: 'Send en kode til {address}',
  another: 'Brug en anden måde',
  lost: 'Jeg har mistet min andenfaktor',
  lostHint: 'Har du mistet din mobil eller nøgle, eller fået en ny? Start her.',
  choose: 'Hvordan vil du bekræfte, at det er dig?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Denne del af siden virker ikke. Sig det venligst til dem, der står for {service}.',
};
