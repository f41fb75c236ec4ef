import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Dieses Gerät hinzufügen',
      text: 'Ihr Browser fragt nach Ihrem Fingerabdruck, Ihrem Gesicht oder Ihrer Displaysperre. Das bleibt auf Ihrem Gerät; wir sehen es nie.',
      exists: 'Dieses Gerät ist schon eingerichtet.',
    },
    'security-key': {
      title: 'Sicherheitsschlüssel hinzufügen',
      text: 'Ihr Browser bittet Sie, Ihren Schlüssel einzustecken oder anzutippen.',
      exists: 'Dieser Schlüssel ist schon eingerichtet.',
    },
  },
  wholeSignIn: 'Damit melden Sie sich ohne Passwort und ohne Code an. Es tritt nicht an die Stelle Ihrer App.',
  existsText: 'Sie müssen nichts noch einmal hinzufügen.',
  useApp: 'Stattdessen eine App verwenden',
  back: 'Zurück',
  working: 'Einen Moment …',
  prompting: 'Folgen Sie Ihrem Browser …',
  name: 'Name',
  names: { passkey: 'Passkey', 'security-key': 'Sicherheitsschlüssel' },
  nameHint: 'Damit Sie ihn später von anderen unterscheiden können.',
  added: 'Hinzugefügt.',
  addedAs: 'Hinzugefügt: {name}.',
  submit: 'Weiter',
  keepName: 'Diesen Namen behalten',
  proved: 'Danke. Wählen Sie jetzt noch einmal „{button}“.',
  notFinished:
    'Das wurde nicht abgeschlossen. Es wurde nichts geändert. Versuchen Sie es noch einmal, wenn Sie so weit sind.',
  unsure: 'Wir wissen noch nicht, ob das Hinzufügen geklappt hat.',
  tryAgain: 'Versuchen Sie es noch einmal: Wurde schon etwas hinzugefügt, sagt es Ihr Browser.',
  obstacles: {
    browser: 'Dieser Browser kann das nicht. Versuchen Sie es mit einem anderen Browser oder einem anderen Gerät.',
    device: 'Auf diesem Gerät kann Ihr Browser weder Fingerabdruck noch Gesicht noch Displaysperre verwenden.',
    frame: 'Diese Seite steht in einer anderen, und die lässt nicht zu, dass Ihr Browser Sie fragt.',
  },
  openPage: 'Diese Seite für sich öffnen',
  signInTitle: 'Bitte melden Sie sich noch einmal an',
};
