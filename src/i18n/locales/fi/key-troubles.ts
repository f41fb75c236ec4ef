import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Kirjoita nimi.',
  invalidName: 'Käytä nimeä, jossa on enintään 64 merkkiä yhdellä rivillä.',
  impossible: {
    passkey: 'Tätä laitetta ei voi lisätä täällä. Kokeile toista laitetta tai toista selainta.',
    'security-key': 'Tätä avainta ei voi lisätä täällä. Kokeile toista avainta tai toista selainta.',
  },
  notAdded: 'Mitään ei lisätty. Yritä uudelleen.',
  refused: {
    passkey: 'Tätä laitetta ei hyväksytty. Mitään ei muutettu. Yritä uudelleen.',
    'security-key': 'Tätä avainta ei hyväksytty. Mitään ei muutettu. Yritä uudelleen.',
  },
  superseded: 'Tämä kesti liian kauan, tai toinen sivu oli nopeampi. Mitään ei muutettu. Yritä uudelleen.',
  tooMany: 'Liian monta yritystä. Odota hetki ja yritä sitten uudelleen.',
  tooManyUntil: 'Liian monta yritystä. Voit yrittää uudelleen klo {time}.',
  offline: 'Ei verkkoyhteyttä. Mitään ei muutettu.',
  lost: 'Yhteys katkesi, emmekä tiedä, onnistuiko tämä. Yritä hetken päästä uudelleen.',
  notAllowed: 'Tätä ei voi juuri nyt tehdä täällä.',
};
