import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Wpisz kod z aplikacji albo jeden ze swoich kodów zapasowych.',
    'two-codes': 'Wpisz tylko jeden kod.',
    'wrong-code': 'Ten kod nie zadziałał. Sprawdź go i spróbuj ponownie.',
    'used-code': 'Ten kod był już użyty. Użyj następnego.',
    'too-many-attempts': 'Za dużo prób. Odczekaj jakiś czas i spróbuj ponownie.',
    'challenge-over': 'Dla Twojego bezpieczeństwa ten krok się zakończył. Zaloguj się ponownie.',
    'not-allowed': 'Tego kodu nie można tutaj użyć.',
    server: 'Coś poszło nie tak. Spróbuj ponownie za chwilę.',
  },
};
