import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Skriv koden från din app, eller en av dina reservkoder.',
    'two-codes': 'Skriv bara en kod.',
    'wrong-code': 'Koden fungerade inte. Kontrollera den och försök igen.',
    'used-code': 'Koden har redan använts. Använd nästa.',
    'too-many-attempts': 'För många försök. Vänta en stund och försök sedan igen.',
    'challenge-over': 'För din säkerhet har det här steget avslutats. Logga in igen.',
    'not-allowed': 'Den här koden kan inte användas här.',
    server: 'Något gick fel. Försök igen om en stund.',
  },
};
