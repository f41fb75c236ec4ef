export const backupCode = {
  title: 'Enter a backup code',
  text: "Use any code on your list that you haven't used yet. Each code works once.",
  label: 'Backup code',
  hint: (shape: string): string =>
    `It looks like ${shape}. Small or capital letters, with or without dashes: all fine.`,
  hintExact: (shape: string): string => `It looks like ${shape}. Small and capital letters are different.`,
  hintOpaque: 'Type it exactly as it is on your list.',
  youAreOn: 'You are on',
  where: 'Where are my codes?',
  whereText: (service: string, madeOn: string | null): string =>
    `Look for a sheet or file called “${service} backup codes”${madeOn === null ? '' : `, made on ${madeOn}`}. ` +
    'People keep it in a password manager or with important papers.',
  hide: 'Hide the code',
  show: 'Show the code',
  submit: 'Use this code',
  useAsAppCode: 'Use it as an app code',
  cantFind: "I can't find my codes",
} as const;
