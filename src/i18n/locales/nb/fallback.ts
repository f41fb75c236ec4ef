import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Skriv koden fra appen din, eller en av reservekodene dine.',
    'two-codes': 'Skriv bare én kode.',
    'wrong-code': 'Koden virket ikke. Sjekk den, og prøv igjen.',
    'used-code': 'Koden er brukt før. Bruk den neste.',
    'too-many-attempts': 'For mange forsøk. Vent en stund, og prøv så igjen.',
    'challenge-over': 'Av hensyn til sikkerheten din er dette trinnet avsluttet. Logg inn på nytt.',
    'not-allowed': 'Denne koden kan ikke brukes her.',
    server: 'Noe gikk galt. Prøv igjen om litt.',
  },
};
