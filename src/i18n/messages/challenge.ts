import { catalogue } from '../catalogue.js';

/** Words of the first screen, and of the links on it. */
export const challenge = catalogue('challenge', {
  title: 'Enter the code from your app',
  text: 'Open your authenticator app and type the 6-digit code for {service}.',
  label: 'App code',
  submit: 'Continue',
  trust: {
    one: "Don't ask on this device for {count} day.",
    other: "Don't ask on this device for {count} days.",
  },
  trustHint: 'Only tick this on your own device.',
  usePasskey: 'Use your passkey',
  useApp: 'Use a code from your app',
  send: 'Send me a code',
  sendTo: 'Send a code to {address}',
  another: 'Use another way',
  lost: 'I lost my second factor',
  lostHint: 'Lost your phone or key, or got a new one? Start here.',
  choose: "How do you want to confirm it's you?",
});
