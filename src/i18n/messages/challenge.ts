/** Words of the first screen, and of the links on it. */
export const challenge = {
  title: 'Enter the code from your app',
  text: (service: string): string => `Open your authenticator app and type the 6-digit code for ${service}.`,
  label: 'App code',
  submit: 'Continue',
  trust: (days: number): string => `Don't ask on this device for ${String(days)} days.`,
  trustHint: 'Only tick this on your own device.',
  usePasskey: 'Use your passkey',
  useApp: 'Use a code from your app',
  sendTo: (to: string | null): string => (to === null ? 'Send me a code' : `Send a code to ${to}`),
  another: 'Use another way',
  lost: 'I lost my second factor',
  lostHint: 'Lost your phone or key, or got a new one? Start here.',
  choose: "How do you want to confirm it's you?",
} as const;
