import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Associer votre application',

  readyText: 'Il vous faut une application d’authentification sur votre téléphone. N’importe laquelle convient.',
  replacing: {
    atomic: 'Votre ancienne application fonctionne jusqu’à ce que la nouvelle soit associée.',
    gap: 'Entre les deux, seuls vos codes de secours sont valables.',
    'all-off':
      'Cette étape désactive votre second facteur et tous vos codes de secours jusqu’à ce que vous ayez terminé.',
  },
  start: 'Configurer l’application',
  understand: 'J’ai compris, continuer',
  working: 'Un instant…',
  proved: 'Merci. Choisissez maintenant de nouveau « {button} ».',
  cancelled: {
    none: 'Aucune application n’a été associée. Rien n’a changé.',
    atomic: 'Aucune application n’a été associée. Votre ancienne application fonctionne encore.',
    gap: 'Aucune application n’a été associée. Votre ancienne application ne fonctionne peut-être plus : configurez l’application, ou gardez vos codes de secours à portée de main.',
    'all-off':
      'Aucune application n’a été associée. Votre second facteur est désactivé jusqu’à ce que vous configuriez l’application.',
  },

  open: 'Ouvrez ou installez une application d’authentification sur votre téléphone.',
  scan: 'Dans l’application, choisissez « Ajouter » et scannez cette image.',
  addHere: 'Ajoutez ce compte à l’application d’authentification de ce téléphone.',
  openInApp: 'Ouvrir dans mon application',
  notOpened: 'Rien ne s’est ouvert ? Copiez la clé de configuration et collez-la dans votre application.',
  picture:
    'Image à scanner avec votre application d’authentification. Si vous ne pouvez pas la scanner, utilisez la clé de configuration.',
  noPicture: 'L’image ne s’est pas chargée. Utilisez la clé de configuration à la place, ou réessayez.',
  cantScan: 'Impossible de scanner ?',
  otherPhone: 'Scanner avec un autre téléphone',
  key: 'Clé de configuration',
  copyKey: 'Copier la clé',
  copied: 'C’est copié. Collez-la dans votre application.',
  copyBlocked:
    'Votre navigateur n’a pas permis la copie. Saisissez la clé de configuration à la main dans votre application.',
  settings: 'Type : basé sur l’heure, {digits} chiffres, {period} secondes',
  settingsAlgorithm: 'Type : basé sur l’heure, {digits} chiffres, {period} secondes, {algorithm}',
  typeIt: 'Saisissez le code que l’application affiche.',
  lastStep: 'Dernière étape : saisissez le code que votre application affiche. Cela active tout.',
  away: 'Nous avons retiré l’image et la clé de configuration pendant votre absence. Si votre application les a déjà, saisissez son code. Sinon, recommencez.',
  label: 'Code de l’application',
  goOn: 'Continuer',
  checking: 'Vérification…',
  back: 'Retour',
  cancel: 'Annuler',
  restart: 'Recommencer',

  empty: 'Saisissez le code que l’application affiche.',
  incomplete: {
    one: 'Ce code semble incomplet. Un code complet a {count} chiffre.',
    other: 'Ce code semble incomplet. Un code complet a {count} chiffres.',
  },
  wrong: 'Ce code n’a pas fonctionné. Attendez le suivant et saisissez celui-là.',
  used: 'Ce code a déjà été utilisé. Attendez le suivant et saisissez celui-là.',
  wrongClock:
    'Ce code n’a pas fonctionné. Attendez le suivant et saisissez celui-là. Vérifiez que votre téléphone règle l’heure tout seul.',
  notArrived: 'Votre application n’est pas encore associée. Saisissez le code qu’elle affiche maintenant.',
  offline: 'Vous êtes hors ligne. Votre code n’a pas été envoyé.',
  offlineBefore: 'Vous êtes hors ligne. Rien n’a été modifié.',
  lostStart: {
    atomic: 'La connexion réseau a été coupée, et votre application n’est pas encore associée. Réessayez.',
    gap: 'La connexion réseau a été coupée et nous ne savons pas si votre ancienne application fonctionne encore. Réessayez.',
    'all-off':
      'La connexion réseau a été coupée et nous ne savons pas si votre second facteur est encore activé. Réessayez.',
  },
  lostCode:
    'Nous ne savons pas encore si votre application est associée. Saisissez le code qu’elle affiche maintenant.',
  unusable:
    'Nous ne pouvons pas vous montrer d’image que vous puissiez scanner en sécurité. Merci de prévenir les responsables chez {service}.',
  notAllowed: 'Ce n’est pas possible ici pour le moment.',

  unsure: 'Nous ne savons pas encore si votre application est associée.',
  checkAgain: 'Vérifier de nouveau',

  overTitle: 'Recommencez cette étape',
  over: 'Cette configuration a pris trop de temps, ou une autre l’a remplacée. Si votre application affiche une nouvelle entrée, supprimez-la dans l’application.',

  doneTitle: 'Votre application est associée',
  done: 'À partir de maintenant, ses codes confirment que c’est vous.',
  oldGone: 'Votre ancienne application ne fonctionne plus. Supprimez-y l’entrée de ce compte.',
  codesOn: { one: '{count} code de secours est activé', other: '{count} codes de secours sont activés' },
};
