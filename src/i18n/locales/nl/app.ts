import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Koppel uw app',

  readyText: 'U hebt een authenticator-app op uw telefoon nodig. Het maakt niet uit welke.',
  replacing: {
    atomic: 'Uw oude app werkt tot de nieuwe gekoppeld is.',
    gap: 'In de tussentijd werken alleen uw back-upcodes.',
    'all-off': 'Hiermee gaan uw tweede factor en alle back-upcodes uit, tot u klaar bent.',
  },
  start: 'De app instellen',
  understand: 'Ik begrijp het, doorgaan',
  working: 'Een ogenblik…',
  proved: 'Dank u. Kies nu opnieuw ‘{button}’.',
  cancelled: {
    none: 'Er is geen app gekoppeld. Er is niets veranderd.',
    atomic: 'Er is geen app gekoppeld. Uw oude app werkt nog.',
    gap: 'Er is geen app gekoppeld. Uw oude app werkt misschien niet meer: stel de app in, of houd uw back-upcodes bij de hand.',
    'all-off': 'Er is geen app gekoppeld. Uw tweede factor staat uit tot u de app instelt.',
  },

  open: 'Open of installeer een authenticator-app op uw telefoon.',
  scan: 'Kies in de app ‘Toevoegen’ en scan deze afbeelding.',
  addHere: 'Voeg dit account toe aan de authenticator-app op deze telefoon.',
  openInApp: 'Openen in mijn app',
  notOpened: 'Gaat er niets open? Kopieer de installatiesleutel en plak die in uw app.',
  picture:
    'Afbeelding om te scannen met uw authenticator-app. Kunt u die niet scannen, gebruik dan de installatiesleutel.',
  noPicture: 'De afbeelding is niet geladen. Gebruik in plaats daarvan de installatiesleutel, of probeer het opnieuw.',
  cantScan: 'Lukt scannen niet?',
  otherPhone: 'Scannen met een andere telefoon',
  key: 'Installatiesleutel',
  copyKey: 'Sleutel kopiëren',
  copied: 'Gekopieerd. Plak de sleutel in uw app.',
  copyBlocked: 'Kopiëren mocht niet van uw browser. Typ de installatiesleutel met de hand in uw app.',
  settings: 'Soort: op basis van tijd, {digits} cijfers, {period} seconden',
  settingsAlgorithm: 'Soort: op basis van tijd, {digits} cijfers, {period} seconden, {algorithm}',
  typeIt: 'Typ de code die de app toont.',
  lastStep: 'Laatste stap: typ de code die uw app toont. Daarmee gaat alles aan.',
  away: 'We hebben de afbeelding en de installatiesleutel weggehaald terwijl u weg was. Heeft uw app ze al, typ dan de code van de app. Zo niet, begin dan opnieuw.',
  label: 'Code uit de app',
  goOn: 'Doorgaan',
  checking: 'Bezig met controleren…',
  back: 'Terug',
  cancel: 'Annuleren',
  restart: 'Opnieuw beginnen',

  empty: 'Typ de code die de app toont.',
  incomplete: {
    one: 'Dat lijkt niet volledig. De code heeft {count} cijfer.',
    other: 'Dat lijkt niet volledig. De code heeft {count} cijfers.',
  },
  wrong: 'Die code werkte niet. Wacht op de volgende en typ die.',
  used: 'Die code is al gebruikt. Wacht op de volgende en typ die.',
  wrongClock: 'Die code werkte niet. Wacht op de volgende en typ die. Controleer of uw telefoon de tijd zelf instelt.',
  notArrived: 'Uw app is nog niet gekoppeld. Typ de code die de app nu toont.',
  offline: 'U bent offline. Uw code is niet verstuurd.',
  offlineBefore: 'U bent offline. Er is niets gewijzigd.',
  lostStart: {
    atomic: 'De verbinding is verbroken en uw app is nog niet gekoppeld. Probeer het opnieuw.',
    gap: 'De verbinding is verbroken en we weten niet of uw oude app nog werkt. Probeer het opnieuw.',
    'all-off': 'De verbinding is verbroken en we weten niet of uw tweede factor nog aanstaat. Probeer het opnieuw.',
  },
  lostCode: 'We weten nog niet of uw app gekoppeld is. Typ de code die de app nu toont.',
  unusable: 'We kunnen u geen afbeelding tonen die veilig te scannen is. Laat het weten aan de mensen van {service}.',
  notAllowed: 'Dit kan hier nu niet.',

  unsure: 'We weten nog niet of uw app gekoppeld is.',
  checkAgain: 'Opnieuw controleren',

  overTitle: 'Begin opnieuw met deze stap',
  over: 'Het instellen heeft te lang geduurd, of er is een nieuwe poging voor in de plaats gekomen. Toont uw app een nieuwe regel, verwijder die dan daar.',

  doneTitle: 'Uw app is gekoppeld',
  done: 'Vanaf nu bevestigen de codes uit deze app dat u het bent.',
  oldGone: 'Uw oude app werkt niet meer. Verwijder daar de regel van dit account.',
  codesOn: { one: '{count} back-upcode staat aan', other: '{count} back-upcodes staan aan' },
};
