/** Words of the other ways: the choice of one, a passkey, a code that is sent. */
export const ways = {
  rows: {
    passkey: ['Passkey or security key', 'On this device or another one.'],
    totp: ['Authenticator app', 'A code from your phone.'],
    email: ['Code by email', 'We send it to'],
    sms: ['Code by text', 'We send it to'],
  },
  sendNow: 'We send it now.',
  passkeyTitle: 'Use your passkey',
  passkeyText: 'Your browser will ask for your fingerprint, face, screen lock or security key.',
  passkeySubmit: 'Use passkey',
  sendTitle: 'Get a code',
  sendText: (to: string | null): string =>
    to === null ? "We'll send you a 6-digit code." : `We'll send a 6-digit code to ${to}.`,
  send: 'Send code',
  sending: 'Sending…',
  sentTitle: 'Enter the code we sent',
  sentText: (to: string | null): string => (to === null ? 'We sent you a code.' : `We sent a code to ${to}.`),
  email: 'Code from the email',
  sms: 'Code from the text',
  again: 'Send a new code',
  againAt: (time: string): string => `You can ask for a new code at ${time}.`,
} as const;
