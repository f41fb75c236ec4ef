import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Lisää tämä laite',
      text: 'Selaimesi pyytää sormenjälkeä, kasvojen tunnistusta tai näytön lukituksen avaamista. Nämä tiedot pysyvät laitteellasi; me emme koskaan näe niitä.',
      exists: 'Tämä laite on jo lisätty.',
    },
    'security-key': {
      title: 'Lisää suojausavain',
      text: 'Selaimesi pyytää sinua kytkemään avaimesi tai koskettamaan sillä laitetta.',
      exists: 'Tämä avain on jo lisätty.',
    },
  },
  wholeSignIn: 'Sillä kirjaudut sisään ilman salasanaa ja ilman koodia. Se ei korvaa sovellustasi.',
  existsText: 'Sitä ei tarvitse lisätä uudelleen.',
  useApp: 'Käytä sen sijaan sovellusta',
  back: 'Takaisin',
  working: 'Hetkinen…',
  prompting: 'Seuraa selaimesi ohjeita…',
  name: 'Nimi',
  names: { passkey: 'Pääsyavain', 'security-key': 'Suojausavain' },
  nameHint: 'Jotta erotat sen myöhemmin muista.',
  added: 'Lisätty.',
  addedAs: 'Lisätty: {name}.',
  submit: 'Jatka',
  keepName: 'Säilytä tämä nimi',
  proved: 'Kiitos. Valitse nyt uudelleen ”{button}”.',
  notFinished: 'Tämä jäi kesken. Mitään ei muutettu. Yritä uudelleen, kun sinulle sopii.',
  unsure: 'Emme vielä tiedä, onnistuiko lisääminen.',
  tryAgain: 'Yritä uudelleen: jos lisääminen onnistui, selaimesi kertoo sen.',
  obstacles: {
    browser: 'Tämä selain ei pysty tähän. Kokeile toista selainta tai laitetta.',
    device:
      'Tällä laitteella ei ole sormenjälkitunnistusta, kasvojentunnistusta tai näytön lukitusta, jota selaimesi voisi käyttää.',
    frame: 'Tämä sivu on toisen sivun sisällä, eikä tuo toinen sivu anna selaimesi kysyä sinulta.',
  },
  openPage: 'Avaa tämä sivu erikseen',
  signInTitle: 'Kirjaudu sisään uudelleen',
};
