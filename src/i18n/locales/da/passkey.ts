import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Tilføj denne enhed',
      text: 'Din browser beder om dit fingeraftryk, dit ansigt eller din skærmlås. Det bliver på din enhed; vi ser det aldrig.',
      exists: 'Denne enhed er allerede sat op.',
    },
    'security-key': {
      title: 'Tilføj en sikkerhedsnøgle',
      text: 'Din browser beder dig sætte din nøgle i eller trykke på den.',
      exists: 'Denne nøgle er allerede sat op.',
    },
  },
  wholeSignIn: 'Med den logger du ind uden adgangskode og uden kode. Den erstatter ikke din app.',
  existsText: 'Du behøver ikke tilføje den igen.',
  useApp: 'Brug en app i stedet',
  back: 'Tilbage',
  working: 'Et øjeblik …',
  prompting: 'Følg vejledningen i din browser …',
  name: 'Navn',
  names: { passkey: 'Adgangsnøgle', 'security-key': 'Sikkerhedsnøgle' },
  nameHint: 'Så du kan kende den fra andre senere.',
  added: 'Tilføjet.',
  addedAs: 'Tilføjet: {name}.',
  submit: 'Fortsæt',
  keepName: 'Behold dette navn',
  proved: 'Tak. Vælg nu ”{button}” igen.',
  notFinished: 'Det blev ikke færdigt. Intet blev ændret. Prøv igen, når du er klar.',
  unsure: 'Vi ved endnu ikke, om den blev tilføjet.',
  tryAgain: 'Prøv igen: Hvis den blev tilføjet, siger din browser det.',
  obstacles: {
    browser: 'Denne browser kan ikke det. Prøv en anden browser eller enhed.',
    device: 'Denne enhed har intet fingeraftryk, ansigt eller skærmlås, som din browser kan bruge.',
    frame: 'Denne side ligger inde i en anden, og den anden lader ikke din browser spørge dig.',
  },
  openPage: 'Åbn denne side for sig selv',
  signInTitle: 'Log ind igen',
};
