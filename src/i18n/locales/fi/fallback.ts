import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Kirjoita sovelluksesi koodi tai jokin varakoodeistasi.',
    'two-codes': 'Kirjoita vain yksi koodi.',
    'wrong-code': 'Tämä koodi ei kelvannut. Tarkista se ja yritä uudelleen.',
    'used-code': 'Tämä koodi on jo käytetty. Käytä seuraavaa.',
    'too-many-attempts': 'Liian monta yritystä. Odota jonkin aikaa ja yritä sitten uudelleen.',
    'challenge-over': 'Turvallisuutesi vuoksi tämä vaihe on päättynyt. Kirjaudu sisään uudelleen.',
    'not-allowed': 'Tätä koodia ei voi käyttää täällä.',
    server: 'Jotain meni vikaan. Yritä hetken päästä uudelleen.',
  },
};
