import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Skriv koden fra din app eller en af dine backupkoder.',
    'two-codes': 'Skriv kun én kode.',
    'wrong-code': 'Koden virkede ikke. Tjek den, og prøv igen.',
    'used-code': 'Koden er blevet brugt før. Brug den næste.',
    'too-many-attempts': 'For mange forsøg. Vent et stykke tid, og prøv så igen.',
    'challenge-over': 'For din sikkerheds skyld er dette trin slut. Log ind igen.',
    'not-allowed': 'Denne kode kan ikke bruges her.',
    server: 'Noget gik galt. Prøv igen om lidt.',
  },
};
