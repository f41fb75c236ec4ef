import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Collega la tua app',

  readyText: 'Ti serve un’app di autenticazione sul telefono. Va bene una qualsiasi.',
  replacing: {
    atomic: 'La tua vecchia app funziona finché non è collegata quella nuova.',
    gap: 'Tra l’una e l’altra valgono solo i tuoi codici di backup.',
    'all-off': 'Questo disattiva il tuo secondo fattore e tutti i codici di backup finché non finisci.',
  },
  start: 'Configura l’app',
  understand: 'Ho capito, continua',
  working: 'Un momento…',
  proved: 'Grazie. Ora scegli di nuovo “{button}”.',
  cancelled: {
    none: 'Nessuna app è stata collegata. Non è cambiato nulla.',
    atomic: 'Nessuna app è stata collegata. La tua vecchia app funziona ancora.',
    gap: 'Nessuna app è stata collegata. Forse la tua vecchia app non funziona più: configura l’app, o tieni a portata di mano i codici di backup.',
    'all-off': 'Nessuna app è stata collegata. Il tuo secondo fattore è disattivato finché non configuri l’app.',
  },

  open: 'Apri o installa un’app di autenticazione sul tuo telefono.',
  scan: 'Nell’app scegli “Aggiungi” e scansiona questa immagine.',
  addHere: 'Aggiungi questo account all’app di autenticazione di questo telefono.',
  openInApp: 'Apri nella mia app',
  notOpened: 'Non si è aperto nulla? Copia la chiave di configurazione e incollala nella tua app.',
  picture:
    'Immagine da scansionare con la tua app di autenticazione. Se non puoi scansionarla, usa la chiave di configurazione.',
  noPicture: 'L’immagine non si è caricata. Usa invece la chiave di configurazione, o riprova.',
  cantScan: 'Non puoi scansionarla?',
  otherPhone: 'Scansiona con un altro telefono',
  key: 'Chiave di configurazione',
  copyKey: 'Copia la chiave',
  copied: 'Copiata. Incollala nella tua app.',
  copyBlocked: 'Il tuo browser non ci ha permesso di copiare. Scrivi a mano la chiave di configurazione nella tua app.',
  settings: 'Tipo: basato sull’ora, {digits} cifre, {period} secondi',
  settingsAlgorithm: 'Tipo: basato sull’ora, {digits} cifre, {period} secondi, {algorithm}',
  typeIt: 'Inserisci il codice che mostra l’app.',
  lastStep: 'Ultimo passaggio: inserisci il codice che mostra la tua app. Così si attiva tutto.',
  away: 'Abbiamo tolto l’immagine e la chiave di configurazione mentre non c’eri. Se la tua app le ha già, inserisci il suo codice. Altrimenti ricomincia.',
  label: 'Codice dell’app',
  goOn: 'Continua',
  checking: 'Verifica in corso…',
  back: 'Indietro',
  cancel: 'Annulla',
  restart: 'Ricomincia',

  empty: 'Inserisci il codice che mostra l’app.',
  incomplete: {
    one: 'Sembra incompleto. Il codice ha {count} cifra.',
    other: 'Sembra incompleto. Il codice ha {count} cifre.',
  },
  wrong: 'Quel codice non ha funzionato. Aspetta il prossimo e inserisci quello.',
  used: 'Quel codice è già stato usato. Aspetta il prossimo e inserisci quello.',
  wrongClock:
    'Quel codice non ha funzionato. Aspetta il prossimo e inserisci quello. Controlla che il tuo telefono regoli l’ora da solo.',
  notArrived: 'La tua app non è ancora collegata. Inserisci il codice che mostra adesso.',
  offline: 'Sei offline. Il tuo codice non è stato inviato.',
  offlineBefore: 'Sei offline. Non è stato cambiato nulla.',
  lostStart: {
    atomic: 'La connessione si è interrotta e la tua app non è ancora collegata. Riprova.',
    gap: 'La connessione si è interrotta e non sappiamo se la tua vecchia app funziona ancora. Riprova.',
    'all-off': 'La connessione si è interrotta e non sappiamo se il tuo secondo fattore è ancora attivo. Riprova.',
  },
  lostCode: 'Non sappiamo ancora se la tua app è collegata. Inserisci il codice che mostra adesso.',
  unusable: 'Non possiamo mostrarti un’immagine che si possa scansionare in sicurezza. Avvisa chi gestisce {service}.',
  notAllowed: 'In questo momento non si può fare qui.',

  unsure: 'Non sappiamo ancora se la tua app è collegata.',
  checkAgain: 'Verifica di nuovo',

  overTitle: 'Ricomincia questo passaggio',
  over: 'Questa configurazione è durata troppo, o un’altra ha preso il suo posto. Se la tua app mostra una nuova voce, eliminala nell’app.',

  doneTitle: 'La tua app è collegata',
  done: 'Da ora in poi i suoi codici confermano che sei tu.',
  oldGone: 'La tua vecchia app non funziona più. Elimina lì la voce di questo account.',
  codesOn: { one: '{count} codice di backup è attivo', other: '{count} codici di backup sono attivi' },
};
