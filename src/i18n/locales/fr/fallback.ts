import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Saisissez le code de votre application, ou l’un de vos codes de secours.',
    'two-codes': 'Saisissez un seul code.',
    'wrong-code': 'Ce code n’a pas fonctionné. Vérifiez-le et réessayez.',
    'used-code': 'Ce code a déjà été utilisé. Utilisez le suivant.',
    'too-many-attempts': 'Trop d’essais. Attendez un moment, puis réessayez.',
    'challenge-over': 'Pour votre sécurité, cette étape est terminée. Reconnectez-vous.',
    'not-allowed': 'Ce code ne peut pas être utilisé ici.',
    server: 'Un problème est survenu. Réessayez dans un instant.',
  },
};
