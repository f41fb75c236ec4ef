import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Kirjaudut palveluun {service}',
  whoAs: 'Kirjaudut palveluun {service} tilillä {account}',
  loading: 'Hetkinen…',
  checking: 'Tarkistetaan…',
  notLoaded: 'Virhe: Osa tästä sivusta ei latautunut. Yritä uudelleen.',
  tryAgain: 'Yritä uudelleen',
  cancel: 'Peruuta',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Anna sovelluksesi koodi',
  text: 'Avaa todennussovelluksesi ja kirjoita palvelun {service} 6-numeroinen koodi.',
  label: 'Sovelluksen koodi',
  submit: 'Jatka',
  trust: {
    one: 'Älä kysy tällä laitteella {count} päivään.',
    other: 'Älä kysy tällä laitteella {count} päivään.',
  },
  trustHint: 'Valitse tämä vain omalla laitteellasi.',
  usePasskey: 'Käytä pääsyavaintasi',
  useApp: 'Käytä sovelluksesi koodia',
  send: 'Lähetä minulle koodi',
  sendTo: 'Lähetä koodi tänne: {address}',
  another: 'Käytä toista tapaa',
  lost: 'Kadotin vahvistusvälineeni',
  lostHint: 'Katosiko puhelin tai avain, tai onko sinulla uusi? Aloita tästä.',
  choose: 'Miten haluat vahvistaa, että se olet sinä?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Tämä sivun osa ei toimi. Kerro siitä palvelun {service} ylläpidolle.',
};
