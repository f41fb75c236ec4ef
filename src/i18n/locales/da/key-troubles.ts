import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Skriv et navn.',
  invalidName: 'Brug et navn på højst 64 tegn, på én linje.',
  impossible: {
    passkey: 'Denne enhed kan ikke tilføjes her. Prøv en anden, eller en anden browser.',
    'security-key': 'Denne nøgle kan ikke tilføjes her. Prøv en anden, eller en anden browser.',
  },
  notAdded: 'Den blev ikke tilføjet. Prøv igen.',
  refused: {
    passkey: 'Enheden blev ikke accepteret. Intet blev ændret. Prøv igen.',
    'security-key': 'Nøglen blev ikke accepteret. Intet blev ændret. Prøv igen.',
  },
  superseded: 'Det tog for lang tid, eller en anden side var hurtigere. Intet blev ændret. Prøv igen.',
  tooMany: 'For mange forsøg. Vent lidt, og prøv så igen.',
  tooManyUntil: 'For mange forsøg. Du kan prøve igen kl. {time}.',
  offline: 'Du er offline. Intet blev ændret.',
  lost: 'Forbindelsen blev afbrudt, og vi ved ikke, om det virkede. Prøv igen om lidt.',
  notAllowed: 'Det kan ikke gøres her lige nu.',
};
