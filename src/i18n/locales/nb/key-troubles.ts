import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Skriv et navn.',
  invalidName: 'Bruk et navn på høyst 64 tegn, på én linje.',
  impossible: {
    passkey: 'Denne enheten kan ikke legges til her. Prøv en annen, eller en annen nettleser.',
    'security-key': 'Denne nøkkelen kan ikke legges til her. Prøv en annen, eller en annen nettleser.',
  },
  notAdded: 'Den ble ikke lagt til. Prøv igjen.',
  refused: {
    passkey: 'Enheten ble ikke godtatt. Ingenting ble endret. Prøv igjen.',
    'security-key': 'Nøkkelen ble ikke godtatt. Ingenting ble endret. Prøv igjen.',
  },
  superseded: 'Det tok for lang tid, eller en annen side var raskere. Ingenting ble endret. Prøv igjen.',
  tooMany: 'For mange forsøk. Vent litt, og prøv så igjen.',
  tooManyUntil: 'For mange forsøk. Du kan prøve igjen kl. {time}.',
  offline: 'Du er uten nett. Ingenting ble endret.',
  lost: 'Forbindelsen ble brutt, og vi vet ikke om det virket. Prøv igjen om litt.',
  notAllowed: 'Det kan ikke gjøres her akkurat nå.',
};
