import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Inserisci il codice della tua app, o uno dei tuoi codici di backup.',
    'two-codes': 'Inserisci un solo codice.',
    'wrong-code': 'Quel codice non ha funzionato. Controllalo e riprova.',
    'used-code': 'Quel codice è già stato usato. Usa il prossimo.',
    'too-many-attempts': 'Troppi tentativi. Aspetta un po’, poi riprova.',
    'challenge-over': 'Per la tua sicurezza, questo passaggio è terminato. Accedi di nuovo.',
    'not-allowed': 'Questo codice non si può usare qui.',
    server: 'Qualcosa non ha funzionato. Riprova tra poco.',
  },
};
