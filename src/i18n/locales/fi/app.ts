import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Yhdistä sovelluksesi',

  readyText: 'Tarvitset puhelimeesi todennussovelluksen. Mikä tahansa käy.',
  replacing: {
    atomic: 'Vanha sovelluksesi toimii, kunnes uusi toimii.',
    gap: 'Sillä välin vain varakoodisi kelpaavat.',
    'all-off': 'Jos jatkat, vahvistusvälineesi ja kaikki varakoodisi ovat poissa käytöstä, kunnes olet valmis.',
  },
  start: 'Määritä sovellus',
  understand: 'Ymmärrän, jatka',
  working: 'Hetkinen…',
  proved: 'Kiitos. Valitse nyt uudelleen ”{button}”.',
  cancelled: {
    none: 'Sovellusta ei yhdistetty. Mikään ei ole muuttunut.',
    atomic: 'Sovellusta ei yhdistetty. Vanha sovelluksesi toimii edelleen.',
    gap: 'Sovellusta ei yhdistetty. Vanha sovelluksesi ei ehkä enää toimi: määritä sovellus tai pidä varakoodisi käsillä.',
    'all-off': 'Sovellusta ei yhdistetty. Vahvistusvälineesi on poissa käytöstä, kunnes määrität sovelluksen.',
  },

  open: 'Avaa tai asenna puhelimeesi todennussovellus.',
  scan: 'Valitse sovelluksessa ”lisää” ja skannaa tämä kuva.',
  addHere: 'Lisää tämä tili tämän puhelimen todennussovellukseen.',
  openInApp: 'Avaa sovelluksessani',
  notOpened: 'Eikö mitään auennut? Kopioi määritysavain ja liitä se sovellukseesi.',
  picture: 'Todennussovelluksella skannattava kuva. Jos et voi skannata sitä, käytä määritysavainta.',
  noPicture: 'Kuva ei latautunut. Käytä sen sijaan määritysavainta tai yritä uudelleen.',
  cantScan: 'Etkö voi skannata?',
  otherPhone: 'Skannaa toisella puhelimella',
  key: 'Määritysavain',
  copyKey: 'Kopioi avain',
  copied: 'Kopioitu. Liitä se sovellukseesi.',
  copyBlocked: 'Selaimesi ei sallinut kopiointia. Kirjoita avain sovellukseesi käsin.',
  settings: 'Tyyppi: aikaan perustuva, {digits} numeroa, {period} sekuntia',
  settingsAlgorithm: 'Tyyppi: aikaan perustuva, {digits} numeroa, {period} sekuntia, {algorithm}',
  typeIt: 'Kirjoita koodi, jonka sovellus näyttää.',
  lastStep: 'Viimeinen vaihe: kirjoita koodi, jonka sovelluksesi näyttää. Se ottaa kaiken käyttöön.',
  away: 'Poistimme sivulta kuvan ja määritysavaimen, kun olit poissa. Jos ne ovat jo sovelluksessasi, kirjoita sen koodi. Jos eivät, aloita alusta.',
  label: 'Sovelluksen koodi',
  goOn: 'Jatka',
  checking: 'Tarkistetaan…',
  back: 'Takaisin',
  cancel: 'Peruuta',
  restart: 'Aloita alusta',

  empty: 'Kirjoita koodi, jonka sovellus näyttää.',
  incomplete: {
    one: 'Koodi näyttää vajaalta. Koodissa pitää olla {count} numero.',
    other: 'Koodi näyttää vajaalta. Koodissa pitää olla {count} numeroa.',
  },
  wrong: 'Tämä koodi ei kelvannut. Odota seuraavaa ja kirjoita se.',
  used: 'Tämä koodi on jo käytetty. Odota seuraavaa ja kirjoita se.',
  wrongClock:
    'Tämä koodi ei kelvannut. Odota seuraavaa ja kirjoita se. Tarkista, että puhelimesi asettaa ajan automaattisesti.',
  notArrived: 'Sovellustasi ei ole vielä yhdistetty. Kirjoita koodi, jonka se näyttää nyt.',
  offline: 'Ei verkkoyhteyttä. Koodiasi ei lähetetty.',
  offlineBefore: 'Ei verkkoyhteyttä. Mitään ei muutettu.',
  lostStart: {
    atomic: 'Yhteys katkesi, eikä sovellustasi ole vielä yhdistetty. Yritä uudelleen.',
    gap: 'Yhteys katkesi, emmekä tiedä, toimiiko vanha sovelluksesi vielä. Yritä uudelleen.',
    'all-off': 'Yhteys katkesi, emmekä tiedä, onko vahvistusvälineesi vielä käytössä. Yritä uudelleen.',
  },
  lostCode: 'Emme vielä tiedä, onko sovelluksesi yhdistetty. Kirjoita koodi, jonka se näyttää nyt.',
  unusable:
    'Emme voi näyttää sinulle kuvaa, jonka voi skannata turvallisesti. Kerro siitä palvelun {service} ylläpidolle.',
  notAllowed: 'Tätä ei voi juuri nyt tehdä täällä.',

  unsure: 'Emme vielä tiedä, onko sovelluksesi yhdistetty.',
  checkAgain: 'Tarkista uudelleen',

  overTitle: 'Aloita tämä vaihe alusta',
  over: 'Määritys odotti liian kauan, tai toinen tuli sen tilalle. Jos sovelluksessasi näkyy uusi merkintä, poista se sieltä.',

  doneTitle: 'Sovelluksesi on yhdistetty',
  done: 'Tästä lähtien sen koodit vahvistavat, että se olet sinä.',
  oldGone: 'Vanha sovelluksesi ei enää toimi. Poista siitä tämän tilin vanha merkintä.',
  codesOn: {
    one: '{count} varakoodi on käytössä',
    other: '{count} varakoodia on käytössä',
  },
};
