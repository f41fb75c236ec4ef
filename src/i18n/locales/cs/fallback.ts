import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Zadejte kód z aplikace, nebo jeden ze svých záložních kódů.',
    'two-codes': 'Zadejte jen jeden kód.',
    'wrong-code': 'Tento kód nefungoval. Zkontrolujte ho a zkuste to znovu.',
    'used-code': 'Tento kód už byl použit. Použijte další.',
    'too-many-attempts': 'Příliš mnoho pokusů. Nějakou dobu počkejte a pak to zkuste znovu.',
    'challenge-over': 'Pro vaše bezpečí tento krok skončil. Přihlaste se znovu.',
    'not-allowed': 'Tento kód tady nelze použít.',
    server: 'Něco se pokazilo. Zkuste to za chvíli znovu.',
  },
};
