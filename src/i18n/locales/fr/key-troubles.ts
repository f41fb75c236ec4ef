import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Saisissez un nom.',
  invalidName: 'Choisissez un nom de 64 caractères au maximum, sur une seule ligne.',
  impossible: {
    passkey: 'Cet appareil ne peut pas être ajouté ici. Essayez avec un autre appareil ou un autre navigateur.',
    'security-key': 'Cette clé ne peut pas être ajoutée ici. Essayez avec une autre clé ou un autre navigateur.',
  },
  notAdded: 'L’ajout n’a pas été fait. Réessayez.',
  refused: {
    passkey: 'Cet appareil n’a pas été accepté. Rien n’a été modifié. Réessayez.',
    'security-key': 'Cette clé n’a pas été acceptée. Rien n’a été modifié. Réessayez.',
  },
  superseded: 'Cela a pris trop de temps, ou une autre page a été plus rapide. Rien n’a été modifié. Réessayez.',
  tooMany: 'Trop d’essais. Attendez un peu, puis réessayez.',
  tooManyUntil: 'Trop d’essais. Vous pourrez réessayer à {time}.',
  offline: 'Vous êtes hors ligne. Rien n’a été modifié.',
  lost: 'La connexion réseau a été coupée et nous ne savons pas si cela a fonctionné. Réessayez dans un instant.',
  notAllowed: 'Ce n’est pas possible ici pour le moment.',
};
