import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Inloggen bij {service}',
  whoAs: 'Inloggen bij {service} als {account}',
  loading: 'Een ogenblik…',
  checking: 'Bezig met controleren…',
  notLoaded: 'Fout: een deel van deze pagina is niet geladen. Probeer het opnieuw.',
  tryAgain: 'Opnieuw proberen',
  cancel: 'Annuleren',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Vul de code uit uw app in',
  text: 'Open uw authenticator-app en typ de code van 6 cijfers voor {service}.',
  label: 'Code uit de app',
  submit: 'Doorgaan',
  trust: {
    one: 'Op dit apparaat {count} dag lang niet vragen.',
    other: 'Op dit apparaat {count} dagen lang niet vragen.',
  },
  trustHint: 'Vink dit alleen aan op uw eigen apparaat.',
  usePasskey: 'Uw toegangssleutel gebruiken',
  useApp: 'Een code uit uw app gebruiken',
  send: 'Stuur mij een code',
  sendTo: 'Een code sturen naar {address}',
  another: 'Een andere manier gebruiken',
  lost: 'Ik ben mijn tweede factor kwijt',
  lostHint: 'Telefoon of sleutel kwijt, of een nieuwe? Begin hier.',
  choose: 'Hoe wilt u bevestigen dat u het bent?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Dit deel van de pagina werkt niet. Laat het weten aan de mensen van {service}.',
};
