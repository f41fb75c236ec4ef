import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Saisissez un code de secours',
  text: 'Prenez sur votre liste n’importe quel code que vous n’avez pas encore utilisé. Chaque code sert une seule fois.',
  label: 'Code de secours',
  hint: 'Il ressemble à ceci : {shape}. Majuscules ou minuscules, avec ou sans tirets : tout convient.',
  hintExact: 'Il ressemble à ceci : {shape}. Respectez les majuscules et les minuscules.',
  hintOpaque: 'Saisissez-le exactement comme sur votre liste.',
  youAreOn: 'Vous êtes sur {domain}.',
  where: 'Où sont mes codes ?',
  whereText:
    'Cherchez une feuille ou un fichier intitulé « Codes de secours {service} ». On les garde souvent dans un gestionnaire de mots de passe ou avec les papiers importants.',
  whereTextMade:
    'Cherchez une feuille ou un fichier intitulé « Codes de secours {service} », daté du {date}. On les garde souvent dans un gestionnaire de mots de passe ou avec les papiers importants.',
  hide: 'Masquer le code',
  show: 'Afficher le code',
  submit: 'Utiliser ce code',
  useAsAppCode: 'L’utiliser comme code de l’application',
  cantFind: 'Je ne trouve pas mes codes',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Retrouvez l’accès à votre compte',
  text: 'Choisissez le premier moyen que vous pouvez utiliser.',
  textAssumed: 'Choisissez le premier moyen que vous avez configuré.',
  codes: 'Un code de secours',
  codesLine: 'De la liste que vous avez enregistrée ou imprimée.',
  code: 'Un code que nous vous envoyons',
  codeTo: 'Code envoyé à {address}',
  linked: 'Connexion avec {name}',
  linkedLine: 'Vous configurez ensuite un nouveau second facteur.',
  from: '{line} Proposé par {service}.',
  none: 'Aucun de ces moyens',
  noneLine: 'Contactez notre équipe d’assistance. Cela prend plus de temps.',
  found: 'Je l’ai retrouvé. Retour.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Ce code de secours est maintenant utilisé et ne peut plus servir. Il vous en reste {count}.',
    other: 'Ce code de secours est maintenant utilisé et ne peut plus servir. Il vous en reste {count}.',
  },
  usedLow: {
    one: 'Ce code de secours est maintenant utilisé et ne peut plus servir. Il ne vous en reste que {count}.',
    other: 'Ce code de secours est maintenant utilisé et ne peut plus servir. Il ne vous en reste que {count}.',
  },
  usedLast: 'Ce code de secours est maintenant utilisé et ne peut plus servir. C’était le dernier.',
  usedUncounted: 'Ce code de secours est maintenant utilisé et ne peut plus servir. Rayez-le sur votre liste.',
  helpTitle: 'Contacter notre équipe d’assistance',
  helpText:
    'Si rien d’autre ne fonctionne, une personne vérifie qui vous êtes et vous aide à retrouver l’accès à votre compte.',
};
