import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Backup-Code eingeben',
  text: 'Nehmen Sie einen Code von Ihrer Liste, den Sie noch nicht verwendet haben. Jeder Code gilt einmal.',
  label: 'Backup-Code',
  hint: 'Er sieht so aus: {shape}. Kleine oder große Buchstaben, mit oder ohne Striche: alles in Ordnung.',
  hintExact: 'Er sieht so aus: {shape}. Kleine und große Buchstaben sind verschieden.',
  hintOpaque: 'Geben Sie ihn genau so ein, wie er auf Ihrer Liste steht.',
  youAreOn: 'Sie sind auf {domain}.',
  where: 'Wo sind meine Codes?',
  whereText:
    'Suchen Sie ein Blatt oder eine Datei mit dem Namen „Backup-Codes für {service}“. Viele bewahren sie in einem Passwort-Manager oder bei wichtigen Papieren auf.',
  whereTextMade:
    'Suchen Sie ein Blatt oder eine Datei mit dem Namen „Backup-Codes für {service}“, erstellt am {date}. Viele bewahren sie in einem Passwort-Manager oder bei wichtigen Papieren auf.',
  hide: 'Code verbergen',
  show: 'Code anzeigen',
  submit: 'Diesen Code verwenden',
  useAsAppCode: 'Als App-Code verwenden',
  cantFind: 'Ich finde meine Codes nicht',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'So kommen Sie wieder in Ihr Konto',
  text: 'Wählen Sie das Erste, was Sie verwenden können.',
  textAssumed: 'Wählen Sie das Erste, was Sie eingerichtet haben.',
  codes: 'Ein Backup-Code',
  codesLine: 'Von der Liste, die Sie gespeichert oder gedruckt haben.',
  code: 'Ein Code, den wir Ihnen senden',
  codeTo: 'Code an {address}',
  linked: 'Anmeldung mit {name}',
  linkedLine: 'Danach richten Sie einen neuen zweiten Faktor ein.',
  from: '{line} Von {service}.',
  none: 'Nichts davon',
  noneLine: 'Unser Hilfe-Team fragen. Das dauert länger.',
  found: 'Wiedergefunden. Zurück.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Dieser Backup-Code ist jetzt verbraucht. Sie haben noch {count}.',
    other: 'Dieser Backup-Code ist jetzt verbraucht. Sie haben noch {count}.',
  },
  usedLow: {
    one: 'Dieser Backup-Code ist jetzt verbraucht. Sie haben nur noch {count}.',
    other: 'Dieser Backup-Code ist jetzt verbraucht. Sie haben nur noch {count}.',
  },
  usedLast: 'Dieser Backup-Code ist jetzt verbraucht. Es war Ihr letzter.',
  usedUncounted: 'Dieser Backup-Code ist jetzt verbraucht. Streichen Sie ihn auf Ihrer Liste durch.',
  helpTitle: 'Unser Hilfe-Team fragen',
  helpText: 'Wenn nichts anderes geht, prüft ein Mensch, wer Sie sind, und hilft Ihnen wieder in Ihr Konto.',
};
