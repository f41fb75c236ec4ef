import type { WordsOf } from '../../words.js';

export const shared: WordsOf<'shared'> = {
  whoIn: '{service} · {account}',
  both: '{first} {second}',
  errorPrefix: 'Errore:',
  goBack: 'Indietro',
  goTo: 'Vai a {service}',
};

export const troubles: WordsOf<'troubles'> = {
  app: {
    empty: 'Inserisci il codice di 6 cifre della tua app.',
    incomplete: 'Sembra incompleto. I codici dell’app hanno 6 cifre.',
    wrong: 'Quel codice non ha funzionato. Aspetta un nuovo codice nella tua app e prova con quello.',
    used: 'Quel codice è già stato usato. Aspetta il prossimo.',
    notSpent: 'Non sei ancora nel tuo account. Inserisci il codice più recente della tua app.',
    maybeSpent: 'Non sei ancora nel tuo account. Inserisci il codice più recente della tua app.',
    offline: 'Sei offline. Il tuo codice non è stato inviato.',
    unsettled: 'Non sappiamo ancora se sei nel tuo account. Il tuo codice non è stato inviato una seconda volta.',
    tooManyUntil: 'Troppi tentativi. Potrai usare di nuovo la tua app alle ore {time}.',
  },
  backup: {
    empty: 'Inserisci uno dei tuoi codici di backup.',
    incomplete: 'Sembra incompleto.',
    wrong:
      'Quel codice non ha funzionato. Controlla ogni lettera e ogni cifra, o usa il prossimo codice della tua lista.',
    used: 'Hai già usato quel codice. Tiraci sopra una riga e usa il prossimo.',
    notSpent: 'Non sei ancora nel tuo account, e il tuo codice vale ancora.',
    maybeSpent:
      'Non sei ancora nel tuo account. Forse quel codice è già stato usato. Provalo ancora una volta; se viene rifiutato, usa il prossimo.',
    offline: 'Sei offline. Il tuo codice non è stato inviato.',
    unsettled: 'Non sappiamo ancora se sei nel tuo account. Il tuo codice non è stato inviato una seconda volta.',
    tooManyUntil: 'Troppi tentativi. Potrai usare di nuovo un codice di backup alle ore {time}.',
  },
  sent: {
    empty: 'Inserisci il codice che abbiamo inviato.',
    incomplete: 'Sembra incompleto. Il codice ha 6 cifre.',
    wrong: 'Quel codice non ha funzionato. Inserisci il codice più recente che abbiamo inviato, o chiedine uno nuovo.',
    used: 'Quel codice è già stato usato. Chiedine uno nuovo.',
    notSpent: 'Non sei ancora nel tuo account. Riprova con quel codice.',
    maybeSpent:
      'Non sei ancora nel tuo account. Forse quel codice è già stato usato. Provalo ancora una volta; se viene rifiutato, chiedine uno nuovo.',
    offline: 'Sei offline. Non è stato inviato nulla.',
    unsettled:
      'Non sappiamo ancora se sei nel tuo account. Quello che hai scritto non è stato inviato una seconda volta.',
    tooManyUntil: 'Troppi tentativi. Dalle ore {time} potrai usare di nuovo un codice inviato da noi.',
  },
  passkey: {
    notSpent: 'Non sei ancora nel tuo account. Usa di nuovo la tua passkey.',
    maybeSpent: 'Non sei ancora nel tuo account. Usa di nuovo la tua passkey.',
    offline: 'Sei offline. Non è stato inviato nulla.',
    unsettled: 'Non sappiamo ancora se sei nel tuo account. Nulla è stato inviato una seconda volta.',
    tooManyUntil: 'Troppi tentativi. Potrai usare di nuovo la tua passkey alle ore {time}.',
  },
  incompleteShape: 'Sembra incompleto. I codici di backup sono fatti così: {shape}.',
  appCode: 'Sembra un codice della tua app.',
  many: 'C’è più di un codice. Lasciane solo uno.',
  triesLeft: {
    one: 'Puoi provare ancora una volta.',
    other: 'Puoi provare ancora {count} volte.',
  },
  tooOld: 'Quel codice è troppo vecchio. Chiedine uno nuovo.',
  passkeyRefused: 'Quella passkey non ha funzionato. Riprova, o scegli un altro metodo.',
  tooMany: 'Troppi tentativi. Aspetta un po’, poi riprova.',
  tooManyUntil: 'Troppi tentativi. Potrai usare di nuovo questa pagina alle ore {time}.',
  offline: 'Sei offline.',
  unreachable: 'In questo momento non riusciamo a raggiungere {service}. Riprova tra poco.',
  server: 'Qualcosa non ha funzionato su {service}. Riprova tra poco.',
  serverReference: 'Qualcosa non ha funzionato su {service}. Riprova tra poco. ({reference})',
  notAllowed: 'In questo momento non si può usare qui. Scegli un altro metodo.',
  unknown: 'Non è andato a buon fine. Riprova.',
};

export const after: WordsOf<'after'> = {
  settling: 'La connessione si è interrotta. Stiamo verificando se sei nel tuo account…',
  checkAgain: 'Verifica di nuovo',
  restarted: 'È passato un po’ di tempo, quindi abbiamo ricominciato. Nulla di ciò che hai salvato è andato perso.',
  'not-finished': 'Non è stato completato. Riprova, o scegli un altro metodo.',
  'open-again': 'Ora puoi riprovare.',
  'sent-again': 'Abbiamo inviato un nuovo codice.',
  'sent-before': 'Ti abbiamo inviato un codice poco fa. Può metterci un po’ ad arrivare.',
};

export const ends: WordsOf<'ends'> = {
  failedTitle: 'Non ha funzionato',
  overTitle: 'Accedi di nuovo',
  overText: 'Per la tua sicurezza, questo passaggio termina dopo un po’ di tempo.',
  codesGood: 'I tuoi codici di backup valgono ancora.',
  codeSpent:
    'Il codice di backup che hai inserito è stato usato e non vale più. Sulla tua lista, tiraci sopra una riga.',
  codeMaybeSpent: 'Forse il codice di backup che hai inserito è già stato usato. Se viene rifiutato, usa il prossimo.',
  cancelledText: 'Hai lasciato questo passaggio. Per continuare, accedi di nuovo.',
  firstTitle: 'Prima accedi',
  firstText: 'Poi ti chiederemo qui di confermare che sei tu.',
  goToSignIn: 'Vai all’accesso',
  elsewhereTitle: 'Non possiamo aprire questo account qui',
  elsewhereText: 'Rivolgiti al team di assistenza di {service}.',
  passwordTitle: 'Scegli una nuova password',
  passwordText: 'Fallo per prima cosa. Poi accedi di nuovo.',
  passwordLink: 'Scegli una nuova password',
  inTitle: 'Sei nel tuo account',
  told: 'Ti abbiamo inviato un avviso a {addresses}.',
  helpLink: 'Come contattare il nostro team di assistenza',
};

export const ways: WordsOf<'ways'> = {
  rows: {
    passkey: { title: 'Passkey o chiave di sicurezza', line: 'Su questo dispositivo o su un altro.' },
    totp: { title: 'App di autenticazione', line: 'Un codice dal tuo telefono.' },
    email: { title: 'Codice via email', line: 'Lo inviamo a {address}.' },
    sms: { title: 'Codice via SMS', line: 'Lo inviamo a {address}.' },
  },
  sendNow: 'Lo inviamo adesso.',
  passkeyTitle: 'Usa la tua passkey',
  passkeyText: 'Il tuo browser ti chiederà l’impronta digitale, il volto, il blocco schermo o la chiave di sicurezza.',
  passkeySubmit: 'Usa la passkey',
  sendTitle: 'Ricevi un codice',
  sendText: 'Ti invieremo un codice di 6 cifre.',
  sendTextTo: 'Invieremo un codice di 6 cifre a {address}.',
  send: 'Invia il codice',
  sending: 'Invio in corso…',
  sentTitle: 'Inserisci il codice che abbiamo inviato',
  sentText: 'Ti abbiamo inviato un codice.',
  sentTextTo: 'Abbiamo inviato un codice a {address}.',
  email: 'Codice ricevuto via email',
  sms: 'Codice ricevuto via SMS',
  again: 'Invia un nuovo codice',
  againAt: 'Potrai chiedere un nuovo codice alle ore {time}.',
};
