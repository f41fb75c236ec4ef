import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Inserisci un codice di backup',
  text: 'Usa un qualsiasi codice della tua lista che non hai ancora usato. Ogni codice vale una volta sola.',
  label: 'Codice di backup',
  hint: 'È fatto così: {shape}. Lettere minuscole o maiuscole, con o senza trattini: va bene tutto.',
  hintExact: 'È fatto così: {shape}. Lettere minuscole e maiuscole sono diverse.',
  hintOpaque: 'Inseriscilo esattamente come è scritto sulla tua lista.',
  youAreOn: 'Sei su {domain}.',
  where: 'Dove sono i miei codici?',
  whereText:
    'Cerca un foglio o un file intitolato “Codici di backup di {service}”. Di solito si tengono in un gestore di password o con i documenti importanti.',
  whereTextMade:
    'Cerca un foglio o un file intitolato “Codici di backup di {service}”, creato in data {date}. Di solito si tengono in un gestore di password o con i documenti importanti.',
  hide: 'Nascondi il codice',
  show: 'Mostra il codice',
  submit: 'Usa questo codice',
  useAsAppCode: 'Usalo come codice dell’app',
  cantFind: 'Non trovo i miei codici',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Ti aiutiamo a rientrare',
  text: 'Scegli il primo metodo che puoi usare.',
  textAssumed: 'Scegli il primo metodo che hai configurato.',
  codes: 'Un codice di backup',
  codesLine: 'Dalla lista che hai salvato o stampato.',
  code: 'Un codice che ti inviamo',
  codeTo: 'Codice inviato a {address}',
  linked: 'Accesso con {name}',
  linkedLine: 'Poi configuri un nuovo secondo fattore.',
  from: '{line} Da {service}.',
  none: 'Nessuno di questi',
  noneLine: 'Chiedi al nostro team di assistenza. Ci vuole più tempo.',
  found: 'L’ho ritrovato. Indietro.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Quel codice di backup è stato usato e non vale più. Te ne resta {count}.',
    other: 'Quel codice di backup è stato usato e non vale più. Te ne restano {count}.',
  },
  usedLow: {
    one: 'Quel codice di backup è stato usato e non vale più. Te ne resta solo {count}.',
    other: 'Quel codice di backup è stato usato e non vale più. Te ne restano solo {count}.',
  },
  usedLast: 'Quel codice di backup è stato usato e non vale più. Era l’ultimo.',
  usedUncounted: 'Quel codice di backup è stato usato e non vale più. Sulla tua lista, tiraci sopra una riga.',
  helpTitle: 'Chiedi al nostro team di assistenza',
  helpText: 'Se nient’altro funziona, una persona verifica chi sei e ti aiuta a rientrare nel tuo account.',
};
