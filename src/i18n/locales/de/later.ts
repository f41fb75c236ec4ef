import type { WordsOf } from '../../words.js';

export const shared: WordsOf<'shared'> = {
  whoIn: '{service} · {account}',
  both: '{first} {second}',
  errorPrefix: 'Fehler:',
  goBack: 'Zurück',
  goTo: 'Weiter zu {service}',
};

export const troubles: WordsOf<'troubles'> = {
  app: {
    empty: 'Geben Sie den 6-stelligen Code aus Ihrer App ein.',
    incomplete: 'Das sieht unvollständig aus. App-Codes haben 6 Ziffern.',
    wrong: 'Dieser Code hat nicht funktioniert. Warten Sie auf einen neuen Code in Ihrer App und nehmen Sie den.',
    used: 'Dieser Code wurde schon verwendet. Warten Sie auf den nächsten.',
    notSpent: 'Sie sind noch nicht angemeldet. Geben Sie den neuesten Code aus Ihrer App ein.',
    maybeSpent: 'Sie sind noch nicht angemeldet. Geben Sie den neuesten Code aus Ihrer App ein.',
    offline: 'Sie sind offline. Ihr Code wurde nicht gesendet.',
    unsettled: 'Wir wissen noch nicht, ob Sie angemeldet sind. Ihr Code wurde nicht noch einmal gesendet.',
    tooManyUntil: 'Zu viele Versuche. Ab {time} können Sie Ihre App wieder verwenden.',
  },
  backup: {
    empty: 'Geben Sie einen Ihrer Backup-Codes ein.',
    incomplete: 'Das sieht unvollständig aus.',
    wrong:
      'Dieser Code hat nicht funktioniert. Prüfen Sie jeden Buchstaben und jede Ziffer, oder nehmen Sie den nächsten Code auf Ihrer Liste.',
    used: 'Diesen Code haben Sie schon verwendet. Streichen Sie ihn durch und nehmen Sie den nächsten.',
    notSpent: 'Sie sind noch nicht angemeldet, und Ihr Code gilt noch.',
    maybeSpent:
      'Sie sind noch nicht angemeldet. Dieser Code ist vielleicht verbraucht. Versuchen Sie ihn noch einmal; wird er abgelehnt, nehmen Sie den nächsten.',
    offline: 'Sie sind offline. Ihr Code wurde nicht gesendet.',
    unsettled: 'Wir wissen noch nicht, ob Sie angemeldet sind. Ihr Code wurde nicht noch einmal gesendet.',
    tooManyUntil: 'Zu viele Versuche. Ab {time} können Sie wieder einen Backup-Code verwenden.',
  },
  sent: {
    empty: 'Geben Sie den Code ein, den wir gesendet haben.',
    incomplete: 'Das sieht unvollständig aus. Der Code hat 6 Ziffern.',
    wrong:
      'Dieser Code hat nicht funktioniert. Geben Sie den neuesten Code ein, den wir gesendet haben, oder fordern Sie einen neuen an.',
    used: 'Dieser Code wurde schon verwendet. Fordern Sie einen neuen an.',
    notSpent: 'Sie sind noch nicht angemeldet. Versuchen Sie diesen Code noch einmal.',
    maybeSpent:
      'Sie sind noch nicht angemeldet. Dieser Code ist vielleicht verbraucht. Versuchen Sie ihn noch einmal; wird er abgelehnt, fordern Sie einen neuen an.',
    offline: 'Sie sind offline. Es wurde nichts gesendet.',
    unsettled: 'Wir wissen noch nicht, ob Sie angemeldet sind. Ihre Eingabe wurde nicht noch einmal gesendet.',
    tooManyUntil: 'Zu viele Versuche. Ab {time} können Sie wieder einen Code verwenden, den wir senden.',
  },
  passkey: {
    notSpent: 'Sie sind noch nicht angemeldet. Verwenden Sie Ihren Passkey noch einmal.',
    maybeSpent: 'Sie sind noch nicht angemeldet. Verwenden Sie Ihren Passkey noch einmal.',
    offline: 'Sie sind offline. Es wurde nichts gesendet.',
    unsettled: 'Wir wissen noch nicht, ob Sie angemeldet sind. Es wurde nichts noch einmal gesendet.',
    tooManyUntil: 'Zu viele Versuche. Ab {time} können Sie Ihren Passkey wieder verwenden.',
  },
  incompleteShape: 'Das sieht unvollständig aus. Backup-Codes sehen so aus: {shape}.',
  appCode: 'Das sieht aus wie ein Code aus Ihrer App.',
  many: 'Das ist mehr als ein Code. Lassen Sie nur einen stehen.',
  triesLeft: {
    one: 'Sie haben noch einen Versuch.',
    other: 'Sie haben noch {count} Versuche.',
  },
  tooOld: 'Dieser Code ist zu alt. Fordern Sie einen neuen an.',
  passkeyRefused:
    'Dieser Passkey hat nicht funktioniert. Versuchen Sie es noch einmal, oder wählen Sie einen anderen Weg.',
  tooMany: 'Zu viele Versuche. Warten Sie ein wenig und versuchen Sie es dann noch einmal.',
  tooManyUntil: 'Zu viele Versuche. Ab {time} können Sie diese Seite wieder verwenden.',
  offline: 'Sie sind offline.',
  unreachable: '{service} ist gerade nicht erreichbar. Versuchen Sie es gleich noch einmal.',
  server: 'Bei {service} ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.',
  serverReference: 'Bei {service} ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal. ({reference})',
  notAllowed: 'Das geht hier gerade nicht. Wählen Sie einen anderen Weg.',
  unknown: 'Das hat nicht geklappt. Versuchen Sie es noch einmal.',
};

export const after: WordsOf<'after'> = {
  settling: 'Die Verbindung ist abgebrochen. Wir prüfen, ob Sie angemeldet sind …',
  checkAgain: 'Noch einmal prüfen',
  restarted:
    'Das hat länger gedauert, deshalb haben wir neu begonnen. Nichts, was Sie gespeichert haben, ist verloren.',
  'not-finished': 'Das wurde nicht abgeschlossen. Versuchen Sie es noch einmal, oder wählen Sie einen anderen Weg.',
  'open-again': 'Sie können es jetzt wieder versuchen.',
  'sent-again': 'Wir haben einen neuen Code gesendet.',
  'sent-before': 'Wir haben Ihnen gerade erst einen Code gesendet. Es kann etwas dauern, bis er ankommt.',
};

export const ends: WordsOf<'ends'> = {
  failedTitle: 'Das hat nicht geklappt',
  overTitle: 'Bitte melden Sie sich noch einmal an',
  overText: 'Zu Ihrer Sicherheit endet dieser Schritt nach einiger Zeit.',
  codesGood: 'Ihre Backup-Codes gelten noch.',
  codeSpent: 'Der Backup-Code, den Sie eingegeben haben, ist verbraucht. Streichen Sie ihn auf Ihrer Liste durch.',
  codeMaybeSpent:
    'Der Backup-Code, den Sie eingegeben haben, ist vielleicht verbraucht. Wird er abgelehnt, nehmen Sie den nächsten.',
  cancelledText: 'Sie haben diesen Schritt verlassen. Um weiterzumachen, melden Sie sich noch einmal an.',
  firstTitle: 'Bitte melden Sie sich zuerst an',
  firstText: 'Danach bitten wir Sie hier zu bestätigen, dass Sie es sind.',
  goToSignIn: 'Zur Anmeldung',
  elsewhereTitle: 'Dieses Konto können wir hier nicht öffnen',
  elsewhereText: 'Bitte fragen Sie das Hilfe-Team von {service}.',
  passwordTitle: 'Bitte wählen Sie ein neues Passwort',
  passwordText: 'Tun Sie das zuerst. Melden Sie sich dann noch einmal an.',
  passwordLink: 'Neues Passwort wählen',
  inTitle: 'Sie sind angemeldet',
  told: 'Wir haben Sie darüber informiert: {addresses}.',
  helpLink: 'So erreichen Sie unser Hilfe-Team',
};

export const ways: WordsOf<'ways'> = {
  rows: {
    passkey: { title: 'Passkey oder Sicherheitsschlüssel', line: 'Auf diesem oder einem anderen Gerät.' },
    totp: { title: 'Authenticator-App', line: 'Ein Code von Ihrem Handy.' },
    email: { title: 'Code per E-Mail', line: 'Wir senden ihn an {address}.' },
    sms: { title: 'Code per SMS', line: 'Wir senden ihn an {address}.' },
  },
  sendNow: 'Wir senden ihn jetzt.',
  passkeyTitle: 'Ihren Passkey verwenden',
  passkeyText:
    'Ihr Browser fragt nach Ihrem Fingerabdruck, Ihrem Gesicht, Ihrer Displaysperre oder Ihrem Sicherheitsschlüssel.',
  passkeySubmit: 'Passkey verwenden',
  sendTitle: 'Einen Code erhalten',
  sendText: 'Wir senden Ihnen einen 6-stelligen Code.',
  sendTextTo: 'Wir senden einen 6-stelligen Code an {address}.',
  send: 'Code senden',
  sending: 'Wird gesendet …',
  sentTitle: 'Gesendeten Code eingeben',
  sentText: 'Wir haben Ihnen einen Code gesendet.',
  sentTextTo: 'Wir haben einen Code an {address} gesendet.',
  email: 'Code aus der E-Mail',
  sms: 'Code aus der SMS',
  again: 'Neuen Code senden',
  againAt: 'Ab {time} können Sie einen neuen Code anfordern.',
};
