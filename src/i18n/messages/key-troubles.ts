import { catalogue } from '../catalogue.js';

/** What went wrong with a passkey or a security key, or with the name of a second factor. */
export const keyTroubles = catalogue('keyTroubles', {
  noName: 'Type a name.',
  invalidName: 'Use a name of at most 64 characters, on one line.',
  impossible: {
    passkey: "This device can't be added here. Try another one, or another browser.",
    'security-key': "This key can't be added here. Try another one, or another browser.",
  },
  notAdded: "It wasn't added. Try again.",
  refused: {
    passkey: "That device wasn't accepted. Nothing was changed. Try again.",
    'security-key': "That key wasn't accepted. Nothing was changed. Try again.",
  },
  superseded: 'That took too long, or another page was faster. Nothing was changed. Try again.',
  tooMany: 'Too many tries. Wait a little, then try again.',
  tooManyUntil: 'Too many tries. You can try again at {time}.',
  offline: "You're offline. Nothing was changed.",
  lost: "We lost the connection and can't tell whether that worked. Try again in a moment.",
  notAllowed: "This can't be done here right now.",
});
