import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Inserisci un nome.',
  invalidName: 'Usa un nome di al massimo 64 caratteri, su una sola riga.',
  impossible: {
    passkey: 'Questo dispositivo non si può aggiungere qui. Prova con un altro dispositivo o un altro browser.',
    'security-key': 'Questa chiave non si può aggiungere qui. Prova con un’altra chiave o un altro browser.',
  },
  notAdded: 'L’aggiunta non è riuscita. Riprova.',
  refused: {
    passkey: 'Quel dispositivo non è stato accettato. Non è stato cambiato nulla. Riprova.',
    'security-key': 'Quella chiave non è stata accettata. Non è stato cambiato nulla. Riprova.',
  },
  superseded: 'Ci è voluto troppo, o un’altra pagina è stata più veloce. Non è stato cambiato nulla. Riprova.',
  tooMany: 'Troppi tentativi. Aspetta un po’, poi riprova.',
  tooManyUntil: 'Troppi tentativi. Potrai riprovare alle ore {time}.',
  offline: 'Sei offline. Non è stato cambiato nulla.',
  lost: 'La connessione si è interrotta e non sappiamo se ha funzionato. Riprova tra poco.',
  notAllowed: 'In questo momento non si può fare qui.',
};
