import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Anmeldung bei {service}',
  whoAs: 'Anmeldung bei {service} als {account}',
  loading: 'Einen Moment …',
  checking: 'Wird geprüft …',
  notLoaded: 'Fehler: Ein Teil dieser Seite wurde nicht geladen. Versuchen Sie es noch einmal.',
  tryAgain: 'Noch einmal versuchen',
  cancel: 'Abbrechen',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Code aus Ihrer App eingeben',
  text: 'Öffnen Sie Ihre Authenticator-App und geben Sie den 6-stelligen Code für {service} ein.',
  label: 'App-Code',
  submit: 'Weiter',
  trust: {
    one: 'Auf diesem Gerät {count} Tag lang nicht fragen.',
    other: 'Auf diesem Gerät {count} Tage lang nicht fragen.',
  },
  trustHint: 'Nur auf Ihrem eigenen Gerät ankreuzen.',
  usePasskey: 'Ihren Passkey verwenden',
  useApp: 'Einen Code aus Ihrer App verwenden',
  send: 'Code an mich senden',
  sendTo: 'Code an {address} senden',
  another: 'Einen anderen Weg wählen',
  lost: 'Ich habe meinen zweiten Faktor verloren',
  lostHint: 'Handy oder Sicherheitsschlüssel verloren oder ersetzt? Hier geht es weiter.',
  choose: 'Wie möchten Sie bestätigen, dass Sie es sind?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Dieser Teil der Seite funktioniert nicht. Bitte sagen Sie den Leuten von {service} Bescheid.',
};
