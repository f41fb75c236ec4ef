import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Ihre App verbinden',

  readyText: 'Sie brauchen eine Authenticator-App auf Ihrem Handy. Jede ist recht.',
  replacing: {
    atomic: 'Ihre alte App funktioniert, bis die neue verbunden ist.',
    gap: 'Während des Wechsels gelten nur Ihre Backup-Codes.',
    'all-off': 'Damit werden Ihr zweiter Faktor und alle Backup-Codes ausgeschaltet, bis Sie fertig sind.',
  },
  start: 'App einrichten',
  understand: 'Ich habe verstanden, weiter',
  working: 'Einen Moment …',
  proved: 'Danke. Wählen Sie jetzt noch einmal „{button}“.',
  cancelled: {
    none: 'Es wurde keine App verbunden. Nichts hat sich geändert.',
    atomic: 'Es wurde keine App verbunden. Ihre alte App funktioniert noch.',
    gap: 'Es wurde keine App verbunden. Ihre alte App funktioniert vielleicht nicht mehr: Richten Sie die App ein, oder halten Sie Ihre Backup-Codes bereit.',
    'all-off': 'Es wurde keine App verbunden. Ihr zweiter Faktor ist ausgeschaltet, bis Sie die App einrichten.',
  },

  open: 'Öffnen oder installieren Sie eine Authenticator-App auf Ihrem Handy.',
  scan: 'Wählen Sie in der App „Hinzufügen“ und scannen Sie dieses Bild.',
  addHere: 'Fügen Sie dieses Konto der Authenticator-App auf diesem Handy hinzu.',
  openInApp: 'In meiner App öffnen',
  notOpened: 'Hat sich nichts geöffnet? Kopieren Sie den Einrichtungsschlüssel und fügen Sie ihn in Ihre App ein.',
  picture:
    'Bild zum Scannen mit Ihrer Authenticator-App. Wenn Sie es nicht scannen können, nehmen Sie den Einrichtungsschlüssel.',
  noPicture:
    'Das Bild wurde nicht geladen. Nehmen Sie stattdessen den Einrichtungsschlüssel, oder versuchen Sie es noch einmal.',
  cantScan: 'Scannen geht nicht?',
  otherPhone: 'Mit einem anderen Handy scannen',
  key: 'Einrichtungsschlüssel',
  copyKey: 'Schlüssel kopieren',
  copied: 'Kopiert. Fügen Sie ihn in Ihre App ein.',
  copyBlocked: 'Ihr Browser hat das Kopieren nicht erlaubt. Tippen Sie den Einrichtungsschlüssel von Hand in Ihre App.',
  settings: 'Art: zeitbasiert, {digits} Ziffern, {period} Sekunden',
  settingsAlgorithm: 'Art: zeitbasiert, {digits} Ziffern, {period} Sekunden, {algorithm}',
  typeIt: 'Geben Sie den Code ein, den die App zeigt.',
  lastStep: 'Letzter Schritt: Geben Sie den Code ein, den Ihre App zeigt. Damit wird alles eingeschaltet.',
  away: 'Wir haben Bild und Einrichtungsschlüssel entfernt, während Sie weg waren. Hat Ihre App sie schon, geben Sie ihren Code ein. Wenn nicht, beginnen Sie noch einmal.',
  label: 'App-Code',
  goOn: 'Weiter',
  checking: 'Wird geprüft …',
  back: 'Zurück',
  cancel: 'Abbrechen',
  restart: 'Noch einmal beginnen',

  empty: 'Geben Sie den Code ein, den die App zeigt.',
  incomplete: {
    one: 'Das sieht unvollständig aus. Der Code hat {count} Ziffer.',
    other: 'Das sieht unvollständig aus. Der Code hat {count} Ziffern.',
  },
  wrong: 'Dieser Code hat nicht funktioniert. Warten Sie auf den nächsten und geben Sie den ein.',
  used: 'Dieser Code wurde schon verwendet. Warten Sie auf den nächsten und geben Sie den ein.',
  wrongClock:
    'Dieser Code hat nicht funktioniert. Warten Sie auf den nächsten und geben Sie den ein. Prüfen Sie, ob Ihr Handy die Uhrzeit selbst einstellt.',
  notArrived: 'Ihre App ist noch nicht verbunden. Geben Sie den Code ein, den sie jetzt zeigt.',
  offline: 'Sie sind offline. Ihr Code wurde nicht gesendet.',
  offlineBefore: 'Sie sind offline. Es wurde nichts geändert.',
  lostStart: {
    atomic: 'Die Verbindung ist abgebrochen, und Ihre App ist noch nicht verbunden. Versuchen Sie es noch einmal.',
    gap: 'Die Verbindung ist abgebrochen, und wir wissen nicht, ob Ihre alte App noch funktioniert. Versuchen Sie es noch einmal.',
    'all-off':
      'Die Verbindung ist abgebrochen, und wir wissen nicht, ob Ihr zweiter Faktor noch eingeschaltet ist. Versuchen Sie es noch einmal.',
  },
  lostCode: 'Wir wissen noch nicht, ob Ihre App verbunden ist. Geben Sie den Code ein, den sie jetzt zeigt.',
  unusable:
    'Wir können Ihnen kein Bild zeigen, das sich sicher scannen lässt. Bitte sagen Sie den Leuten von {service} Bescheid.',
  notAllowed: 'Das geht hier gerade nicht.',

  unsure: 'Wir wissen noch nicht, ob Ihre App verbunden ist.',
  checkAgain: 'Noch einmal prüfen',

  overTitle: 'Beginnen Sie diesen Schritt noch einmal',
  over: 'Das Einrichten hat zu lange gedauert, oder ein anderes ist an seine Stelle getreten. Zeigt Ihre App einen neuen Eintrag, löschen Sie ihn dort.',

  doneTitle: 'Ihre App ist verbunden',
  done: 'Von jetzt an bestätigen ihre Codes, dass Sie es sind.',
  oldGone: 'Ihre alte App funktioniert nicht mehr. Löschen Sie dort den Eintrag.',
  codesOn: {
    one: '{count} Backup-Code ist eingeschaltet',
    other: '{count} Backup-Codes sind eingeschaltet',
  },
};
