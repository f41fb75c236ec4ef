export const lostFactor = {
  title: "Let's get you back in",
  text: 'Choose the first one you can use.',
  textAssumed: 'Choose the first one you have set up.',
  codes: 'A backup code',
  codesLine: 'From the list you saved or printed.',
  codeTo: (to: string | null): string => (to === null ? 'A code that we send you' : `Code to ${to}`),
  linked: (label: string): string => `${label} sign-in`,
  linkedLine: 'You then set up a new second factor.',
  from: (line: string, service: string): string => `${line} From ${service}.`,
  none: 'None of these',
  noneLine: 'Ask our help team. This takes longer.',
  found: 'I found it. Go back.',
} as const;
