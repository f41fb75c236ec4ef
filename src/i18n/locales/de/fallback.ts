import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Geben Sie den Code aus Ihrer App oder einen Ihrer Backup-Codes ein.',
    'two-codes': 'Geben Sie nur einen Code ein.',
    'wrong-code': 'Dieser Code hat nicht funktioniert. Prüfen Sie ihn und versuchen Sie es noch einmal.',
    'used-code': 'Dieser Code wurde schon verwendet. Nehmen Sie den nächsten.',
    'too-many-attempts': 'Zu viele Versuche. Warten Sie eine Weile und versuchen Sie es dann noch einmal.',
    'challenge-over': 'Zu Ihrer Sicherheit ist dieser Schritt beendet. Melden Sie sich noch einmal an.',
    'not-allowed': 'Dieser Code gilt hier nicht.',
    server: 'Etwas ist schiefgegangen. Versuchen Sie es gleich noch einmal.',
  },
};
