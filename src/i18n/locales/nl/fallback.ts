import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Typ de code uit uw app, of een van uw back-upcodes.',
    'two-codes': 'Typ maar één code.',
    'wrong-code': 'Die code werkte niet. Controleer hem en probeer het opnieuw.',
    'used-code': 'Die code is al eerder gebruikt. Gebruik de volgende.',
    'too-many-attempts': 'Te veel pogingen. Wacht een tijdje en probeer het dan opnieuw.',
    'challenge-over': 'Voor uw veiligheid is deze stap beëindigd. Log opnieuw in.',
    'not-allowed': 'Deze code kan hier niet worden gebruikt.',
    server: 'Er ging iets mis. Probeer het zo opnieuw.',
  },
};
