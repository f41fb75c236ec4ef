import { catalogue } from '../catalogue.js';

export const backupCode = catalogue('backupCode', {
  title: 'Enter a backup code',
  text: "Use any code on your list that you haven't used yet. Each code works once.",
  label: 'Backup code',
  hint: 'It looks like {shape}. Small or capital letters, with or without dashes: all fine.',
  hintExact: 'It looks like {shape}. Small and capital letters are different.',
  hintOpaque: 'Type it exactly as it is on your list.',
  youAreOn: 'You are on {domain}.',
  where: 'Where are my codes?',
  whereText:
    'Look for a sheet or file called “{service} backup codes”. People keep it in a password manager or with important papers.',
  whereTextMade:
    'Look for a sheet or file called “{service} backup codes”, made on {date}. People keep it in a password manager or with important papers.',
  hide: 'Hide the code',
  show: 'Show the code',
  submit: 'Use this code',
  useAsAppCode: 'Use it as an app code',
  cantFind: "I can't find my codes",
});
