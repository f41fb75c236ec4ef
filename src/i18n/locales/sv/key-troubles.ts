import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Skriv ett namn.',
  invalidName: 'Använd ett namn med högst 64 tecken, på en rad.',
  impossible: {
    passkey: 'Den här enheten kan inte läggas till här. Prova en annan, eller en annan webbläsare.',
    'security-key': 'Den här nyckeln kan inte läggas till här. Prova en annan, eller en annan webbläsare.',
  },
  notAdded: 'Den lades inte till. Försök igen.',
  refused: {
    passkey: 'Enheten godtogs inte. Inget ändrades. Försök igen.',
    'security-key': 'Nyckeln godtogs inte. Inget ändrades. Försök igen.',
  },
  superseded: 'Det tog för lång tid, eller så hann en annan sida före. Inget ändrades. Försök igen.',
  tooMany: 'För många försök. Vänta en stund och försök sedan igen.',
  tooManyUntil: 'För många försök. Du kan försöka igen kl. {time}.',
  offline: 'Du är offline. Inget ändrades.',
  lost: 'Anslutningen bröts och vi vet inte om det fungerade. Försök igen om en stund.',
  notAllowed: 'Det går inte att göra här just nu.',
};
