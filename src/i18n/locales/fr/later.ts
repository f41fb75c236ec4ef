import type { WordsOf } from '../../words.js';

export const shared: WordsOf<'shared'> = {
  whoIn: '{service} · {account}',
  both: '{first} {second}',
  errorPrefix: 'Erreur :',
  goBack: 'Retour',
  goTo: 'Aller sur {service}',
};

export const troubles: WordsOf<'troubles'> = {
  app: {
    empty: 'Saisissez le code à 6 chiffres de votre application.',
    incomplete: 'Ce code semble incomplet. Les codes de l’application ont 6 chiffres.',
    wrong: 'Ce code n’a pas fonctionné. Attendez un nouveau code dans votre application et saisissez celui-là.',
    used: 'Ce code a déjà été utilisé. Attendez le suivant.',
    notSpent: 'Vous n’avez pas encore accès à votre compte. Saisissez le code le plus récent de votre application.',
    maybeSpent: 'Vous n’avez pas encore accès à votre compte. Saisissez le code le plus récent de votre application.',
    offline: 'Vous êtes hors ligne. Votre code n’a pas été envoyé.',
    unsettled:
      'Nous ne savons toujours pas si vous avez accès à votre compte. Votre code n’a pas été envoyé une deuxième fois.',
    tooManyUntil: 'Trop d’essais. Vous pourrez de nouveau utiliser votre application à {time}.',
  },
  backup: {
    empty: 'Saisissez l’un de vos codes de secours.',
    incomplete: 'Ce code semble incomplet.',
    wrong:
      'Ce code n’a pas fonctionné. Vérifiez chaque lettre et chaque chiffre, ou utilisez le code suivant de votre liste.',
    used: 'Vous avez déjà utilisé ce code. Rayez-le et utilisez le suivant.',
    notSpent: 'Vous n’avez pas encore accès à votre compte, et votre code reste valable.',
    maybeSpent:
      'Vous n’avez pas encore accès à votre compte. Ce code est peut-être déjà utilisé. Essayez-le encore une fois ; s’il est refusé, utilisez le suivant.',
    offline: 'Vous êtes hors ligne. Votre code n’a pas été envoyé.',
    unsettled:
      'Nous ne savons toujours pas si vous avez accès à votre compte. Votre code n’a pas été envoyé une deuxième fois.',
    tooManyUntil: 'Trop d’essais. Vous pourrez de nouveau utiliser un code de secours à {time}.',
  },
  sent: {
    empty: 'Saisissez le code que nous avons envoyé.',
    incomplete: 'Ce code semble incomplet. Un code complet a 6 chiffres.',
    wrong:
      'Ce code n’a pas fonctionné. Saisissez le code le plus récent que nous avons envoyé, ou demandez-en un nouveau.',
    used: 'Ce code a déjà été utilisé. Demandez-en un nouveau.',
    notSpent: 'Vous n’avez pas encore accès à votre compte. Essayez de nouveau ce code.',
    maybeSpent:
      'Vous n’avez pas encore accès à votre compte. Ce code est peut-être déjà utilisé. Essayez-le encore une fois ; s’il est refusé, demandez-en un nouveau.',
    offline: 'Vous êtes hors ligne. Rien n’a été envoyé.',
    unsettled:
      'Nous ne savons toujours pas si vous avez accès à votre compte. Ce que vous avez saisi n’a pas été envoyé une deuxième fois.',
    tooManyUntil: 'Trop d’essais. À partir de {time}, vous pourrez de nouveau utiliser un code envoyé par nous.',
  },
  passkey: {
    notSpent: 'Vous n’avez pas encore accès à votre compte. Utilisez de nouveau votre clé d’accès.',
    maybeSpent: 'Vous n’avez pas encore accès à votre compte. Utilisez de nouveau votre clé d’accès.',
    offline: 'Vous êtes hors ligne. Rien n’a été envoyé.',
    unsettled: 'Nous ne savons toujours pas si vous avez accès à votre compte. Rien n’a été envoyé une deuxième fois.',
    tooManyUntil: 'Trop d’essais. Vous pourrez de nouveau utiliser votre clé d’accès à {time}.',
  },
  incompleteShape: 'Ce code semble incomplet. Les codes de secours ressemblent à ceci : {shape}.',
  appCode: 'Cela ressemble à un code de votre application.',
  many: 'Il y a plus d’un code. N’en laissez qu’un seul.',
  triesLeft: {
    one: 'Il vous reste un seul essai.',
    other: 'Il vous reste {count} essais.',
  },
  tooOld: 'Ce code est trop ancien. Demandez-en un nouveau.',
  passkeyRefused: 'Cette clé d’accès n’a pas fonctionné. Réessayez, ou choisissez un autre moyen.',
  tooMany: 'Trop d’essais. Attendez un peu, puis réessayez.',
  tooManyUntil: 'Trop d’essais. Vous pourrez de nouveau utiliser cette page à {time}.',
  offline: 'Vous êtes hors ligne.',
  unreachable: 'Nous n’arrivons pas à joindre {service} pour le moment. Réessayez dans un instant.',
  server: 'Un problème est survenu chez {service}. Réessayez dans un instant.',
  serverReference: 'Un problème est survenu chez {service}. Réessayez dans un instant. ({reference})',
  notAllowed: 'Ce moyen ne peut pas être utilisé ici pour le moment. Choisissez-en un autre.',
  unknown: 'Cela n’a pas abouti. Réessayez.',
};

export const after: WordsOf<'after'> = {
  settling: 'La connexion réseau a été coupée. Nous vérifions si vous avez accès à votre compte…',
  checkAgain: 'Vérifier de nouveau',
  restarted: 'Cela a pris du temps, nous avons donc recommencé. Rien de ce que vous avez enregistré n’est perdu.',
  'not-finished': 'L’opération n’est pas allée jusqu’au bout. Réessayez, ou choisissez un autre moyen.',
  'open-again': 'Vous pouvez maintenant réessayer.',
  'sent-again': 'Nous avons envoyé un nouveau code.',
  'sent-before': 'Nous venons de vous envoyer un code. Il peut mettre un peu de temps à arriver.',
};

export const ends: WordsOf<'ends'> = {
  failedTitle: 'Cela n’a pas fonctionné',
  overTitle: 'Veuillez vous reconnecter',
  overText: 'Pour votre sécurité, cette étape se termine au bout d’un certain temps.',
  codesGood: 'Vos codes de secours restent valables.',
  codeSpent: 'Le code de secours que vous avez saisi est utilisé et ne peut plus servir. Rayez-le sur votre liste.',
  codeMaybeSpent:
    'Le code de secours que vous avez saisi est peut-être déjà utilisé. S’il est refusé, utilisez le suivant.',
  cancelledText: 'Vous avez quitté cette étape. Pour continuer, reconnectez-vous.',
  firstTitle: 'Veuillez d’abord vous connecter',
  firstText: 'Ensuite, nous vous demanderons ici de confirmer que c’est vous.',
  goToSignIn: 'Aller à la connexion',
  elsewhereTitle: 'Nous ne pouvons pas ouvrir ce compte ici',
  elsewhereText: 'Veuillez contacter l’équipe d’assistance chez {service}.',
  passwordTitle: 'Veuillez choisir un nouveau mot de passe',
  passwordText: 'Faites-le d’abord. Puis reconnectez-vous.',
  passwordLink: 'Choisir un nouveau mot de passe',
  inTitle: 'Connexion réussie',
  told: 'Nous vous avons envoyé un message à ce sujet à {addresses}.',
  helpLink: 'Comment joindre notre équipe d’assistance',
};

export const ways: WordsOf<'ways'> = {
  rows: {
    passkey: { title: 'Clé d’accès ou clé de sécurité', line: 'Sur cet appareil ou sur un autre.' },
    totp: { title: 'Application d’authentification', line: 'Un code affiché sur votre téléphone.' },
    email: { title: 'Code par e-mail', line: 'Nous l’envoyons à {address}.' },
    sms: { title: 'Code par SMS', line: 'Nous l’envoyons au {address}.' },
  },
  sendNow: 'Nous l’envoyons maintenant.',
  passkeyTitle: 'Utilisez votre clé d’accès',
  passkeyText:
    'Votre navigateur va demander votre empreinte digitale, votre visage, le verrouillage de votre écran ou votre clé de sécurité.',
  passkeySubmit: 'Utiliser la clé d’accès',
  sendTitle: 'Recevoir un code',
  sendText: 'Nous allons vous envoyer un code à 6 chiffres.',
  sendTextTo: 'Nous allons envoyer un code à 6 chiffres à {address}.',
  send: 'Envoyer le code',
  sending: 'Envoi…',
  sentTitle: 'Saisissez le code que nous avons envoyé',
  sentText: 'Nous vous avons envoyé un code.',
  sentTextTo: 'Nous avons envoyé un code à {address}.',
  email: 'Code reçu par e-mail',
  sms: 'Code reçu par SMS',
  again: 'Envoyer un nouveau code',
  againAt: 'Vous pourrez demander un nouveau code à {time}.',
};
