import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Geben Sie einen Namen ein.',
  invalidName: 'Nehmen Sie einen Namen mit höchstens 64 Zeichen, in einer Zeile.',
  impossible: {
    passkey:
      'Dieses Gerät lässt sich hier nicht hinzufügen. Versuchen Sie es mit einem anderen Gerät oder einem anderen Browser.',
    'security-key':
      'Dieser Schlüssel lässt sich hier nicht hinzufügen. Versuchen Sie es mit einem anderen Schlüssel oder einem anderen Browser.',
  },
  notAdded: 'Es wurde nichts hinzugefügt. Versuchen Sie es noch einmal.',
  refused: {
    passkey: 'Dieses Gerät wurde nicht angenommen. Es wurde nichts geändert. Versuchen Sie es noch einmal.',
    'security-key': 'Dieser Schlüssel wurde nicht angenommen. Es wurde nichts geändert. Versuchen Sie es noch einmal.',
  },
  superseded:
    'Das hat zu lange gedauert, oder eine andere Seite war schneller. Es wurde nichts geändert. Versuchen Sie es noch einmal.',
  tooMany: 'Zu viele Versuche. Warten Sie ein wenig und versuchen Sie es dann noch einmal.',
  tooManyUntil: 'Zu viele Versuche. Ab {time} können Sie es wieder versuchen.',
  offline: 'Sie sind offline. Es wurde nichts geändert.',
  lost: 'Die Verbindung ist abgebrochen, und wir wissen nicht, ob es geklappt hat. Versuchen Sie es gleich noch einmal.',
  notAllowed: 'Das geht hier gerade nicht.',
};
