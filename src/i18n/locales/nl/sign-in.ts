import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Vul een back-upcode in',
  text: 'Gebruik een code van uw lijst die u nog niet hebt gebruikt. Elke code werkt één keer.',
  label: 'Back-upcode',
  hint: 'De code ziet er zo uit: {shape}. Kleine letters of hoofdletters, met of zonder streepjes: alles mag.',
  hintExact: 'De code ziet er zo uit: {shape}. Let op kleine letters en hoofdletters: die zijn verschillend.',
  hintOpaque: 'Typ de code precies zoals die op uw lijst staat.',
  youAreOn: 'U bent op {domain}.',
  where: 'Waar zijn mijn codes?',
  whereText:
    'Zoek een blad of bestand met de naam ‘Back-upcodes voor {service}’. Mensen bewaren ze in een wachtwoordmanager of bij belangrijke papieren.',
  whereTextMade:
    'Zoek een blad of bestand met de naam ‘Back-upcodes voor {service}’, gemaakt op {date}. Mensen bewaren ze in een wachtwoordmanager of bij belangrijke papieren.',
  hide: 'De code verbergen',
  show: 'De code tonen',
  submit: 'Deze code gebruiken',
  useAsAppCode: 'Gebruiken als code uit de app',
  cantFind: 'Ik kan mijn codes niet vinden',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Zo komt u weer in uw account',
  text: 'Kies de eerste manier die u kunt gebruiken.',
  textAssumed: 'Kies de eerste manier die u hebt ingesteld.',
  codes: 'Een back-upcode',
  codesLine: 'Van de lijst die u hebt opgeslagen of afgedrukt.',
  code: 'Een code die wij u sturen',
  codeTo: 'Code naar {address}',
  linked: 'Inloggen met {name}',
  linkedLine: 'Daarna stelt u een nieuwe tweede factor in.',
  from: '{line} Van {service}.',
  none: 'Geen van deze',
  noneLine: 'Vraag het aan ons hulpteam. Dat duurt langer.',
  found: 'Ik heb hem gevonden. Terug.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Die back-upcode is nu gebruikt en werkt niet meer. U hebt er nog {count}.',
    other: 'Die back-upcode is nu gebruikt en werkt niet meer. U hebt er nog {count}.',
  },
  usedLow: {
    one: 'Die back-upcode is nu gebruikt en werkt niet meer. U hebt er nog maar {count}.',
    other: 'Die back-upcode is nu gebruikt en werkt niet meer. U hebt er nog maar {count}.',
  },
  usedLast: 'Die back-upcode is nu gebruikt en werkt niet meer. Het was uw laatste.',
  usedUncounted: 'Die back-upcode is nu gebruikt en werkt niet meer. Streep hem door op uw lijst.',
  helpTitle: 'Vraag het aan ons hulpteam',
  helpText: 'Als niets anders lukt, controleert een mens wie u bent en helpt u weer in uw account.',
};
