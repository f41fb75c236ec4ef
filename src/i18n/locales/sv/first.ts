import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Inloggning hos {service}',
  whoAs: 'Inloggning hos {service} som {account}',
  loading: 'Ett ögonblick …',
  checking: 'Kontrollerar …',
  notLoaded: 'Fel: En del av sidan laddades inte. Försök igen.',
  tryAgain: 'Försök igen',
  cancel: 'Avbryt',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Skriv koden från din app',
  text: 'Öppna din autentiseringsapp och skriv den 6-siffriga koden för {service}.',
  label: 'Appkod',
  submit: 'Fortsätt',
  trust: {
    one: 'Fråga inte på den här enheten på {count} dag.',
    other: 'Fråga inte på den här enheten på {count} dagar.',
  },
  trustHint: 'Kryssa bara i rutan på din egen enhet.',
  usePasskey: 'Använd din lösennyckel',
  useApp: 'Använd en kod från din app',
  send: 'Skicka en kod till mig',
  sendTo: 'Skicka en kod till {address}',
  another: 'Använd ett annat sätt',
  lost: 'Jag har förlorat min andra faktor',
  lostHint: 'Har du tappat bort mobilen eller nyckeln, eller skaffat en ny? Börja här.',
  choose: 'Hur vill du bekräfta att det är du?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Den här delen av sidan fungerar inte. Säg gärna till dem som sköter {service}.',
};
