import type { WordsOf } from '../../words.js';

export const backupCodes: WordsOf<'backupCodes'> = {
  cardTitle: 'Backup-Codes',
  noneLeft: 'Keiner mehr übrig',
  leftCount: { one: 'noch {count}', other: 'noch {count}' },
  leftOf: { one: 'noch {count} von {total}', other: 'noch {count} von {total}' },
  uncounted: 'Eingeschaltet. Wie viele noch übrig sind, können wir nicht zeigen.',
  untold: 'Ob Sie welche haben, können wir nicht zeigen.',
  notSetUp: 'Nicht eingerichtet.',
  made: 'erstellt am {date}',
  lastUsed: 'zuletzt verwendet am {date}',
  temporary: 'Von unserem Hilfe-Team erstellt, nur vorläufig.',
  make: 'Neue Codes erstellen',
  turnOff: 'Ausschalten',
  reveal: 'Codes anzeigen',
  later: 'Nicht jetzt',
  prompts: {
    low: {
      one: 'Noch {count} Backup-Code. Erstellen Sie neue.',
      other: 'Noch {count} Backup-Codes. Erstellen Sie neue.',
    },
    'low-uncounted': 'Sie haben nur noch wenige Backup-Codes. Erstellen Sie neue.',
    'none-left':
      'Keine Backup-Codes mehr. Erstellen Sie jetzt neue, sonst kommen Sie beim nächsten Mal vielleicht nicht mehr in Ihr Konto.',
    unfinished: 'Neue Codes wurden erstellt, aber nicht gespeichert.',
    temporary: 'Diese Codes sind von unserem Hilfe-Team. Erstellen Sie jetzt eigene.',
    recovery: 'Sie haben gerade einen Ersatzweg verwendet. Erstellen Sie neue Codes, damit Sie wieder alle haben.',
    'factor-removed':
      'Sie haben einen Weg zur Anmeldung entfernt. Erstellen Sie neue Codes, damit niemand alte verwenden kann.',
    exposed: 'Hat jemand Ihre Codes gesehen? Erstellen Sie neue: Die alten gelten dann nicht mehr.',
  },

  acceptTitle: 'Neue Backup-Codes erstellen?',
  acceptText: 'Ihre alten Codes gelten dann sofort nicht mehr.',
  accept: 'Ich habe verstanden.',
  acceptMissing: 'Kreuzen Sie zuerst das Kästchen an.',
  working: 'Einen Moment …',

  title: 'Speichern Sie Ihre Backup-Codes',
  text: 'Wenn Sie Ihren zweiten Faktor verlieren, kommen Sie mit einem davon in Ihr Konto. Wir zeigen sie nur einmal.',
  staged: 'Sie gelten, sobald Sie diesen Schritt abschließen.',
  stagedOld: 'Sie gelten, sobald Sie diesen Schritt abschließen; bis dahin gelten Ihre alten Codes.',
  goodPlaces:
    'Gute Orte: ein Passwort-Manager, ein gedrucktes Blatt, oder von Hand geschrieben und bei wichtigen Papieren aufbewahrt.',
  notHere: 'Nicht in E-Mails, Chats, Fotos oder einem geteilten Ordner.',
  careful: 'Achten Sie auf Drucker und Download-Ordner, die auch andere benutzen.',
  list: 'Ihre Backup-Codes',
  print: 'Drucken',
  download: 'Herunterladen',
  copy: 'Kopieren',
  noPrinter: 'Kein Drucker? Sie können sie auch von Hand abschreiben.',
  kept: {
    copied: 'Kopiert. Fügen Sie sie in Ihren Passwort-Manager ein.',
    printed: 'Prüfen Sie, ob jeder Code auf dem Papier steht.',
    downloaded: 'Heruntergeladen. Bewahren Sie die Datei so auf, dass nur Sie sie öffnen können.',
  },
  blocked: {
    copied: 'Ihr Browser hat das Kopieren nicht erlaubt. Drucken Sie die Codes, oder markieren Sie sie von Hand.',
    printed:
      'Ihr Browser hat das Drucken nicht erlaubt. Laden Sie die Codes herunter, kopieren Sie sie, oder schreiben Sie sie von Hand ab.',
    downloaded:
      'Ihr Browser hat das Herunterladen nicht erlaubt. Drucken oder kopieren Sie die Codes, oder schreiben Sie sie von Hand ab.',
  },
  masked: 'Wir haben Ihre Codes verborgen, während Sie weg waren.',
  show: 'Codes anzeigen',
  typeOne: 'Geben Sie einen dieser Codes ein, von dort, wo Sie ihn gespeichert haben',
  tick: 'Ich habe diese Codes gespeichert.',
  finish: 'Fertig',
  finishing: 'Einen Moment …',
  missing: {
    tick: 'Kreuzen Sie zuerst das Kästchen an, damit wir wissen, dass Sie die Codes haben.',
    saving: 'Drucken oder kopieren Sie die Codes zuerst, oder laden Sie sie herunter.',
  },
  notListed: 'Dieser Code steht nicht auf dieser Liste. Prüfen Sie jeden Buchstaben und jede Ziffer.',
  proved: 'Danke. Wählen Sie jetzt noch einmal „{button}“.',
  unsure: 'Wir wissen noch nicht, ob sie eingeschaltet sind.',
  checkAgain: 'Noch einmal prüfen',
  leave: 'Ohne Speichern verlassen',

  leaveTitle: 'Ohne Speichern verlassen?',
  leaveText: {
    first: 'Sie haben dann keine Backup-Codes.',
    new: 'Diese neuen Codes gelten dann nicht.',
    everything: 'Sie sehen diese Codes nicht noch einmal, und Ihre alten gelten nicht mehr.',
    unsure: 'Wir wissen noch nicht, ob sie eingeschaltet sind. Sie sehen diese Codes nicht noch einmal.',
  },
  stay: 'Bleiben',
  leaveAnyway: 'Verlassen',
  left: 'Diese neuen Codes gelten nicht. Ihre alten Codes gelten noch.',

  unshownTitle: 'Wir konnten Ihre neuen Codes nicht anzeigen',
  unshown: {
    work: 'Sie sind nicht eingeschaltet, und Ihre alten Codes gelten noch. Erstellen Sie neue, wenn Sie so weit sind.',
    none: 'Sie sind nicht eingeschaltet. Erstellen Sie neue, damit Sie welche haben.',
    unknown: 'Ihre alten Codes gelten vielleicht nicht mehr. Erstellen Sie jetzt neue.',
  },
  replacedTitle: 'Diese Codes lassen sich nicht mehr einschalten',
  replacedText:
    'Sie wurden in einem anderen Tab ersetzt, oder es hat zu lange gedauert. Werfen Sie jede Kopie davon weg.',
  signInTitle: 'Bitte melden Sie sich noch einmal an',
  signInText: 'Zu Ihrer Sicherheit endet dieser Schritt nach einiger Zeit.',
  signInLost: 'Die Codes, die Sie eben gesehen haben, sind nicht eingeschaltet.',
  goToSignIn: 'Zur Anmeldung',

  tooOften:
    'Sie haben in kurzer Zeit viele neue Codes erstellt. Warten Sie ein wenig und versuchen Sie es dann noch einmal.',
  tooOftenUntil: 'Sie haben in kurzer Zeit viele neue Codes erstellt. Ab {time} können Sie wieder welche erstellen.',
  offline: 'Sie sind offline. Es wurde nichts geändert.',
  lost: 'Die Verbindung ist abgebrochen, und wir wissen nicht, ob es geklappt hat. Versuchen Sie es gleich noch einmal.',
  lastFactor: 'Das ist Ihr letzter Weg. Fügen Sie zuerst einen anderen hinzu.',
  notAllowed: 'Das geht hier gerade nicht.',

  doneTitle: 'Alles erledigt',
  done: {
    one: '{count} Backup-Code ist eingeschaltet',
    other: '{count} Backup-Codes sind eingeschaltet',
  },
  doneUncounted: 'Ihre neuen Backup-Codes sind eingeschaltet',
  doneOld: {
    one: '{count} Backup-Code ist eingeschaltet; alte Codes gelten nicht mehr',
    other: '{count} Backup-Codes sind eingeschaltet; alte Codes gelten nicht mehr',
  },
  doneOldUncounted: 'Ihre neuen Backup-Codes sind eingeschaltet; alte Codes gelten nicht mehr',
  destroy: 'Werfen Sie alte Listen und Dateien weg.',
  told: 'Wir haben Sie darüber informiert: {addresses}',
  goOn: 'Weiter',

  removeTitle: 'Backup-Codes ausschalten?',
  removeText: 'Wenn Sie Ihren zweiten Faktor verlieren, kommen Sie vielleicht nicht mehr in Ihr Konto.',
  keep: 'Behalten',
  remove: 'Ausschalten',
  removed: 'Ihre Backup-Codes sind ausgeschaltet.',

  revealTitle: 'Ihre Backup-Codes',
  used: 'Verwendet',
  usedOn: 'Verwendet am {date}',
  close: 'Fertig',

  document: {
    title: 'Backup-Codes für {service}',
    made: 'erstellt am {date}',
    set: 'Satz {id}',
    use: 'Jeder gilt einmal. Streichen Sie ihn durch.',
    renew: 'Neue Codes: {address}',
    never: 'Wir fragen nie am Telefon, per E-Mail oder im Chat danach.',
  },
};
