import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Typ een naam.',
  invalidName: 'Gebruik een naam van hooguit 64 tekens, op één regel.',
  impossible: {
    passkey: 'Dit apparaat kan hier niet worden toegevoegd. Probeer een ander apparaat of een andere browser.',
    'security-key': 'Deze sleutel kan hier niet worden toegevoegd. Probeer een andere sleutel of een andere browser.',
  },
  notAdded: 'Het toevoegen is niet gelukt. Probeer het opnieuw.',
  refused: {
    passkey: 'Dat apparaat is niet geaccepteerd. Er is niets gewijzigd. Probeer het opnieuw.',
    'security-key': 'Die sleutel is niet geaccepteerd. Er is niets gewijzigd. Probeer het opnieuw.',
  },
  superseded: 'Dat duurde te lang, of een andere pagina was sneller. Er is niets gewijzigd. Probeer het opnieuw.',
  tooMany: 'Te veel pogingen. Wacht even en probeer het dan opnieuw.',
  tooManyUntil: 'Te veel pogingen. Om {time} kunt u het weer proberen.',
  offline: 'U bent offline. Er is niets gewijzigd.',
  lost: 'De verbinding is verbroken en we weten niet of het is gelukt. Probeer het zo opnieuw.',
  notAllowed: 'Dit kan hier nu niet.',
};
