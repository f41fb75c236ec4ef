import type { WordsOf } from '../../words.js';

export const shared: WordsOf<'shared'> = {
  whoIn: '{service} · {account}',
  both: '{first} {second}',
  errorPrefix: 'Fout:',
  goBack: 'Terug',
  goTo: 'Naar {service}',
};

export const troubles: WordsOf<'troubles'> = {
  app: {
    empty: 'Typ de code van 6 cijfers uit uw app.',
    incomplete: 'Dat lijkt niet volledig. Codes uit de app hebben 6 cijfers.',
    wrong: 'Die code werkte niet. Wacht op een nieuwe code in uw app en probeer die.',
    used: 'Die code is al gebruikt. Wacht op de volgende.',
    notSpent: 'U bent nog niet ingelogd. Typ de nieuwste code uit uw app.',
    maybeSpent: 'U bent nog niet ingelogd. Typ de nieuwste code uit uw app.',
    offline: 'U bent offline. Uw code is niet verstuurd.',
    unsettled: 'We weten nog steeds niet of u ingelogd bent. Uw code is niet nog een keer verstuurd.',
    tooManyUntil: 'Te veel pogingen. Om {time} kunt u uw app weer gebruiken.',
  },
  backup: {
    empty: 'Typ een van uw back-upcodes.',
    incomplete: 'Dat lijkt niet volledig.',
    wrong: 'Die code werkte niet. Controleer elke letter en elk cijfer, of gebruik de volgende code op uw lijst.',
    used: 'U hebt die code al eerder gebruikt. Streep hem door en gebruik de volgende.',
    notSpent: 'U bent nog niet ingelogd, en uw code werkt nog.',
    maybeSpent:
      'U bent nog niet ingelogd. Die code is misschien al gebruikt. Probeer hem nog één keer; wordt hij geweigerd, gebruik dan de volgende.',
    offline: 'U bent offline. Uw code is niet verstuurd.',
    unsettled: 'We weten nog steeds niet of u ingelogd bent. Uw code is niet nog een keer verstuurd.',
    tooManyUntil: 'Te veel pogingen. Om {time} kunt u weer een back-upcode gebruiken.',
  },
  sent: {
    empty: 'Typ de code die we hebben gestuurd.',
    incomplete: 'Dat lijkt niet volledig. De code heeft 6 cijfers.',
    wrong: 'Die code werkte niet. Typ de nieuwste code die we hebben gestuurd, of vraag een nieuwe aan.',
    used: 'Die code is al gebruikt. Vraag een nieuwe aan.',
    notSpent: 'U bent nog niet ingelogd. Probeer die code nog een keer.',
    maybeSpent:
      'U bent nog niet ingelogd. Die code is misschien al gebruikt. Probeer hem nog één keer; wordt hij geweigerd, vraag dan een nieuwe aan.',
    offline: 'U bent offline. Er is niets verstuurd.',
    unsettled: 'We weten nog steeds niet of u ingelogd bent. Wat u hebt getypt, is niet nog een keer verstuurd.',
    tooManyUntil: 'Te veel pogingen. Om {time} kunt u weer een code gebruiken die wij sturen.',
  },
  passkey: {
    notSpent: 'U bent nog niet ingelogd. Gebruik uw toegangssleutel opnieuw.',
    maybeSpent: 'U bent nog niet ingelogd. Gebruik uw toegangssleutel opnieuw.',
    offline: 'U bent offline. Er is niets verstuurd.',
    unsettled: 'We weten nog steeds niet of u ingelogd bent. Er is niets opnieuw verstuurd.',
    tooManyUntil: 'Te veel pogingen. Om {time} kunt u uw toegangssleutel weer gebruiken.',
  },
  incompleteShape: 'Dat lijkt niet volledig. Back-upcodes zien er zo uit: {shape}.',
  appCode: 'Dat lijkt een code uit uw app.',
  many: 'Dat is meer dan één code. Laat er maar één staan.',
  triesLeft: {
    one: 'U kunt het nog één keer proberen.',
    other: 'U kunt het nog {count} keer proberen.',
  },
  tooOld: 'Die code is te oud. Vraag een nieuwe aan.',
  passkeyRefused: 'Die toegangssleutel werkte niet. Probeer het opnieuw, of kies een andere manier.',
  tooMany: 'Te veel pogingen. Wacht even en probeer het dan opnieuw.',
  tooManyUntil: 'Te veel pogingen. Om {time} kunt u deze pagina weer gebruiken.',
  offline: 'U bent offline.',
  unreachable: 'We kunnen {service} nu niet bereiken. Probeer het zo opnieuw.',
  server: 'Er ging iets mis bij {service}. Probeer het zo opnieuw.',
  serverReference: 'Er ging iets mis bij {service}. Probeer het zo opnieuw. ({reference})',
  notAllowed: 'Dit kan hier nu niet worden gebruikt. Kies een andere manier.',
  unknown: 'Dat is niet gelukt. Probeer het opnieuw.',
};

export const after: WordsOf<'after'> = {
  settling: 'De verbinding is verbroken. We controleren of u ingelogd bent…',
  checkAgain: 'Opnieuw controleren',
  restarted: 'Dat duurde even, daarom zijn we opnieuw begonnen. Wat u hebt opgeslagen, is niet verloren.',
  'not-finished': 'Dat is niet afgerond. Probeer het opnieuw, of kies een andere manier.',
  'open-again': 'U kunt het nu weer proberen.',
  'sent-again': 'We hebben een nieuwe code gestuurd.',
  'sent-before': 'We hebben u net een code gestuurd. Het kan even duren voordat die aankomt.',
};

export const ends: WordsOf<'ends'> = {
  failedTitle: 'Dat is niet gelukt',
  overTitle: 'Log opnieuw in',
  overText: 'Voor uw veiligheid eindigt deze stap na enige tijd.',
  codesGood: 'Uw back-upcodes werken nog.',
  codeSpent: 'De back-upcode die u hebt getypt, is gebruikt en werkt niet meer. Streep hem door op uw lijst.',
  codeMaybeSpent:
    'De back-upcode die u hebt getypt, is misschien al gebruikt. Wordt hij geweigerd, gebruik dan de volgende.',
  cancelledText: 'U hebt deze stap verlaten. Log opnieuw in om verder te gaan.',
  firstTitle: 'Log eerst in',
  firstText: 'Daarna vragen we u hier om te bevestigen dat u het bent.',
  goToSignIn: 'Naar inloggen',
  elsewhereTitle: 'We kunnen dit account hier niet openen',
  elsewhereText: 'Vraag het aan het hulpteam van {service}.',
  passwordTitle: 'Kies een nieuw wachtwoord',
  passwordText: 'Doe dat eerst. Log daarna opnieuw in.',
  passwordLink: 'Een nieuw wachtwoord kiezen',
  inTitle: 'U bent ingelogd',
  told: 'We hebben u dit laten weten via {addresses}.',
  helpLink: 'Zo bereikt u ons hulpteam',
};

export const ways: WordsOf<'ways'> = {
  rows: {
    passkey: { title: 'Toegangs- of beveiligingssleutel', line: 'Op dit apparaat of een ander.' },
    totp: { title: 'Authenticator-app', line: 'Een code van uw telefoon.' },
    email: { title: 'Code per e-mail', line: 'We sturen die naar {address}.' },
    sms: { title: 'Code per sms', line: 'We sturen die naar {address}.' },
  },
  sendNow: 'We sturen die nu.',
  passkeyTitle: 'Gebruik uw toegangssleutel',
  passkeyText: 'Uw browser vraagt om uw vingerafdruk, uw gezicht, uw schermvergrendeling of uw beveiligingssleutel.',
  passkeySubmit: 'Toegangssleutel gebruiken',
  sendTitle: 'Ontvang een code',
  sendText: 'We sturen u een code van 6 cijfers.',
  sendTextTo: 'We sturen een code van 6 cijfers naar {address}.',
  send: 'Code sturen',
  sending: 'Bezig met versturen…',
  sentTitle: 'Vul de code in die we hebben gestuurd',
  sentText: 'We hebben u een code gestuurd.',
  sentTextTo: 'We hebben een code gestuurd naar {address}.',
  email: 'Code uit de e-mail',
  sms: 'Code uit de sms',
  again: 'Een nieuwe code sturen',
  againAt: 'Om {time} kunt u een nieuwe code aanvragen.',
};
