import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Accesso a {service}',
  whoAs: 'Accesso a {service} come {account}',
  loading: 'Un momento…',
  checking: 'Verifica in corso…',
  notLoaded: 'Errore: una parte di questa pagina non si è caricata. Riprova.',
  tryAgain: 'Riprova',
  cancel: 'Annulla',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Inserisci il codice della tua app',
  text: 'Apri la tua app di autenticazione e inserisci il codice di 6 cifre per {service}.',
  label: 'Codice dell’app',
  submit: 'Continua',
  trust: {
    one: 'Non chiedere su questo dispositivo per {count} giorno.',
    other: 'Non chiedere su questo dispositivo per {count} giorni.',
  },
  trustHint: 'Seleziona questa casella solo su un tuo dispositivo.',
  usePasskey: 'Usa la tua passkey',
  useApp: 'Usa un codice della tua app',
  send: 'Inviami un codice',
  sendTo: 'Invia un codice a {address}',
  another: 'Usa un altro metodo',
  lost: 'Ho perso il mio secondo fattore',
  lostHint: 'Hai perso il telefono o la chiave, o ne hai di nuovi? Inizia da qui.',
  choose: 'Come vuoi confermare che sei tu?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Questa parte della pagina non funziona. Avvisa chi gestisce {service}.',
};
