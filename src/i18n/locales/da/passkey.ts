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
  prompting: 'Følg din browser …',
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
    frame: 'Denne side ligger inde i en anden, og den lader ikke din browser spørge dig.',
  },
  openPage: 'Åbn denne side for sig selv',
  signInTitle: 'Log ind igen',

  noName: 'Skriv et navn.',
  invalidName: 'Brug et navn på højst 64 tegn, på én linje.',
  impossible: {
    passkey: 'Denne enhed kan ikke tilføjes her. Prøv en anden, eller en anden browser.',
    'security-key': 'Denne nøgle kan ikke tilføjes her. Prøv en anden, eller en anden browser.',
  },
  notAdded: 'Den blev ikke tilføjet. Prøv igen.',
  refused: {
    passkey: 'Enheden blev ikke godtaget. Intet blev ændret. Prøv igen.',
    'security-key': 'Nøglen blev ikke godtaget. Intet blev ændret. Prøv igen.',
  },
  superseded: 'Det tog for lang tid, eller en anden side var hurtigere. Intet blev ændret. Prøv igen.',
  tooMany: 'For mange forsøg. Vent lidt, og prøv så igen.',
  tooManyUntil: 'For mange forsøg. Du kan prøve igen kl. {time}.',
  offline: 'Du er offline. Intet blev ændret.',
  lost: 'Forbindelsen blev afbrudt, og vi ved ikke, om det virkede. Prøv igen om lidt.',
  notAllowed: 'Det kan ikke gøres her lige nu.',
};
