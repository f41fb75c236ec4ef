import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Connexion à {service}',
  whoAs: 'Connexion à {service} avec le compte {account}',
  loading: 'Un instant…',
  checking: 'Vérification…',
  notLoaded: 'Erreur : une partie de cette page ne s’est pas chargée. Réessayez.',
  tryAgain: 'Réessayer',
  cancel: 'Annuler',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Saisissez le code de votre application',
  text: 'Ouvrez votre application d’authentification et saisissez le code à 6 chiffres pour {service}.',
  label: 'Code de l’application',
  submit: 'Continuer',
  trust: {
    one: 'Ne plus demander sur cet appareil pendant {count} jour.',
    other: 'Ne plus demander sur cet appareil pendant {count} jours.',
  },
  trustHint: 'Ne cochez cette case que sur votre propre appareil.',
  usePasskey: 'Utiliser votre clé d’accès',
  useApp: 'Utiliser un code de votre application',
  send: 'M’envoyer un code',
  sendTo: 'Envoyer un code à {address}',
  another: 'Utiliser un autre moyen',
  lost: 'J’ai perdu mon second facteur',
  lostHint: 'Téléphone ou clé perdus, ou nouvel appareil ? Commencez ici.',
  choose: 'Comment voulez-vous confirmer que c’est vous ?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Cette partie de la page ne fonctionne pas. Merci de prévenir les responsables chez {service}.',
};
