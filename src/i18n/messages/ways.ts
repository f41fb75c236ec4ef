import { catalogue } from '../catalogue.js';

/** Words of the other ways: the choice of one, a passkey, a code that is sent. */
export const ways = catalogue('ways', {
  rows: {
    passkey: { title: 'Passkey or security key', line: 'On this device or another one.' },
    totp: { title: 'Authenticator app', line: 'A code from your phone.' },
    email: { title: 'Code by email', line: 'We send it to {address}.' },
    sms: { title: 'Code by text', line: 'We send it to {address}.' },
  },
  sendNow: 'We send it now.',
  passkeyTitle: 'Use your passkey',
  passkeyText: 'Your browser will ask for your fingerprint, face, screen lock or security key.',
  passkeySubmit: 'Use passkey',
  sendTitle: 'Get a code',
  sendText: "We'll send you a 6-digit code.",
  sendTextTo: "We'll send a 6-digit code to {address}.",
  send: 'Send code',
  sending: 'Sending…',
  sentTitle: 'Enter the code we sent',
  sentText: 'We sent you a code.',
  sentTextTo: 'We sent a code to {address}.',
  email: 'Code from the email',
  sms: 'Code from the text',
  again: 'Send a new code',
  againAt: 'You can ask for a new code at {time}.',
});
