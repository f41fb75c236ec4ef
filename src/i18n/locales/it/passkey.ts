import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Aggiungi questo dispositivo',
      text: 'Il tuo browser ti chiederà l’impronta digitale, il volto o il blocco schermo. Restano sul tuo dispositivo; noi non li vediamo mai.',
      exists: 'Questo dispositivo è già configurato.',
    },
    'security-key': {
      title: 'Aggiungi una chiave di sicurezza',
      text: 'Il tuo browser ti chiederà di inserire o toccare la tua chiave.',
      exists: 'Questa chiave è già configurata.',
    },
  },
  wholeSignIn: 'Così accedi senza password e senza codice. Questo non sostituisce la tua app.',
  existsText: 'Non occorre ripetere l’aggiunta.',
  useApp: 'Usa invece un’app',
  back: 'Indietro',
  working: 'Un momento…',
  prompting: 'Segui le indicazioni del browser…',
  name: 'Nome',
  names: { passkey: 'Passkey', 'security-key': 'Chiave di sicurezza' },
  nameHint: 'Così in futuro la distingui dalle altre.',
  added: 'Aggiunta riuscita.',
  addedAs: 'Aggiunta riuscita: {name}.',
  submit: 'Continua',
  keepName: 'Tieni questo nome',
  proved: 'Grazie. Ora scegli di nuovo “{button}”.',
  notFinished: 'Non è stato completato. Non è stato cambiato nulla. Riprova quando vuoi.',
  unsure: 'Non sappiamo ancora se l’aggiunta è riuscita.',
  tryAgain: 'Riprova: se l’aggiunta è riuscita, te lo dice il tuo browser.',
  obstacles: {
    browser: 'Questo browser non può farlo. Prova con un altro browser o dispositivo.',
    device:
      'Questo dispositivo non ha un’impronta digitale, un volto o un blocco schermo che il tuo browser possa usare.',
    frame: 'Questa pagina si trova dentro un’altra, che non permette al tuo browser di farti domande.',
  },
  openPage: 'Apri questa pagina a parte',
  signInTitle: 'Accedi di nuovo',
};
