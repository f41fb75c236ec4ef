export const challenge = {
  title: 'Enter the code from your app',
  text: (service: string): string => `Open your authenticator app and type the 6-digit code for ${service}.`,
  label: 'App code',
  submit: 'Continue',
  lost: 'I lost my second factor',
  lostHint: 'Lost your phone or key, or got a new one? Start here.',
  nothingElse: "How do you want to confirm it's you?",
} as const;
