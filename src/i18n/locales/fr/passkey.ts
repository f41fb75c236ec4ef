import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Ajouter cet appareil',
      text: 'Votre navigateur va demander votre empreinte digitale, votre visage ou le verrouillage de votre écran. Cela reste sur votre appareil ; nous ne le voyons jamais.',
      exists: 'Cet appareil est déjà configuré.',
    },
    'security-key': {
      title: 'Ajouter une clé de sécurité',
      text: 'Votre navigateur va vous demander de brancher ou de toucher votre clé.',
      exists: 'Cette clé est déjà configurée.',
    },
  },
  wholeSignIn:
    'Vous pourrez ainsi vous connecter sans mot de passe et sans code. Cela ne remplace pas votre application.',
  existsText: 'Il n’est pas nécessaire de refaire l’ajout.',
  useApp: 'Utiliser plutôt une application',
  back: 'Retour',
  working: 'Un instant…',
  prompting: 'Suivez les indications de votre navigateur…',
  name: 'Nom',
  names: { passkey: 'Clé d’accès', 'security-key': 'Clé de sécurité' },
  nameHint: 'Pour la distinguer plus tard des autres.',
  added: 'C’est ajouté.',
  addedAs: 'Ajout réussi : {name}.',
  submit: 'Continuer',
  keepName: 'Garder ce nom',
  proved: 'Merci. Choisissez maintenant de nouveau « {button} ».',
  notFinished: 'L’opération n’est pas allée jusqu’au bout. Rien n’a été modifié. Réessayez quand vous voudrez.',
  unsure: 'Nous ne savons pas encore si l’ajout a réussi.',
  tryAgain: 'Réessayez : si l’ajout a réussi, votre navigateur vous le dira.',
  obstacles: {
    browser: 'Ce navigateur ne sait pas le faire. Essayez avec un autre navigateur ou un autre appareil.',
    device:
      'Cet appareil n’a ni empreinte digitale, ni visage, ni verrouillage de l’écran que votre navigateur puisse utiliser.',
    frame: 'Cette page se trouve dans une autre, qui ne laisse pas votre navigateur vous le demander.',
  },
  openPage: 'Ouvrir cette page à part',
  signInTitle: 'Veuillez vous reconnecter',
};
