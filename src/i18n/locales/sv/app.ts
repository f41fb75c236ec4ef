import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Anslut din app',

  readyText: 'Du behöver en autentiseringsapp i din mobil. Vilken som helst går bra.',
  replacing: {
    atomic: 'Din gamla app fungerar tills den nya är ansluten.',
    gap: 'Under bytet gäller bara dina reservkoder.',
    'all-off': 'Det här stänger av din andra faktor och alla reservkoder tills du är klar.',
  },
  start: 'Ställ in appen',
  understand: 'Jag förstår, fortsätt',
  working: 'Ett ögonblick …',
  proved: 'Tack. Välj nu ”{button}” igen.',
  cancelled: {
    none: 'Ingen app anslöts. Inget har ändrats.',
    atomic: 'Ingen app anslöts. Din gamla app fungerar fortfarande.',
    gap: 'Ingen app anslöts. Din gamla app kanske inte fungerar längre: ställ in appen, eller ha dina reservkoder till hands.',
    'all-off': 'Ingen app anslöts. Din andra faktor är avstängd tills du ställer in appen.',
  },

  open: 'Öppna eller installera en autentiseringsapp i din mobil.',
  scan: 'Välj ”lägg till” i appen och skanna den här bilden.',
  addHere: 'Lägg till det här kontot i autentiseringsappen i den här mobilen.',
  openInApp: 'Öppna i min app',
  notOpened: 'Öppnades inget? Kopiera nyckeln och klistra in den i din app.',
  picture: 'Bild att skanna med din autentiseringsapp. Om du inte kan skanna den, använd nyckeln.',
  noPicture: 'Bilden laddades inte. Använd nyckeln i stället, eller försök igen.',
  cantScan: 'Går det inte att skanna?',
  otherPhone: 'Skanna med en annan mobil',
  key: 'Nyckel',
  copyKey: 'Kopiera nyckeln',
  copied: 'Kopierat. Klistra in den i din app.',
  copyBlocked: 'Webbläsaren lät oss inte kopiera. Skriv in nyckeln i din app för hand.',
  settings: 'Typ: tidsbaserad, {digits} siffror, {period} sekunder',
  settingsAlgorithm: 'Typ: tidsbaserad, {digits} siffror, {period} sekunder, {algorithm}',
  typeIt: 'Skriv koden som appen visar.',
  lastStep: 'Sista steget: skriv koden som din app visar. Då slås allt på.',
  away: 'Vi tog bort bilden och nyckeln medan du var borta. Om din app redan har dem, skriv koden som den visar. Annars, börja om.',
  label: 'Appkod',
  goOn: 'Fortsätt',
  checking: 'Kontrollerar …',
  back: 'Tillbaka',
  cancel: 'Avbryt',
  restart: 'Börja om',

  empty: 'Skriv koden som appen visar.',
  incomplete: {
    one: 'Koden ser inte fullständig ut. Den har {count} siffra.',
    other: 'Koden ser inte fullständig ut. Den har {count} siffror.',
  },
  wrong: 'Koden fungerade inte. Vänta på nästa och skriv den.',
  used: 'Koden har redan använts. Vänta på nästa och skriv den.',
  wrongClock:
    'Koden fungerade inte. Vänta på nästa och skriv den. Kontrollera att din mobil ställer in klockan automatiskt.',
  notArrived: 'Din app är inte ansluten än. Skriv koden som den visar nu.',
  offline: 'Du är offline. Din kod skickades inte.',
  offlineBefore: 'Du är offline. Inget ändrades.',
  lostStart: {
    atomic: 'Anslutningen bröts och din app är inte ansluten än. Försök igen.',
    gap: 'Anslutningen bröts och vi vet inte om din gamla app fortfarande fungerar. Försök igen.',
    'all-off': 'Anslutningen bröts och vi vet inte om din andra faktor fortfarande är på. Försök igen.',
  },
  lostCode: 'Vi vet inte än om din app är ansluten. Skriv koden som den visar nu.',
  unusable: 'Vi kan inte visa en bild som är säker att skanna. Säg gärna till dem som sköter {service}.',
  notAllowed: 'Det går inte att göra här just nu.',

  unsure: 'Vi vet inte än om din app är ansluten.',
  checkAgain: 'Kontrollera igen',

  overTitle: 'Börja om det här steget',
  over: 'Det dröjde för länge, eller så ersattes det av ett nyare försök. Om din app visar en ny rad, ta bort den där.',

  doneTitle: 'Din app är ansluten',
  done: 'Från och med nu bekräftar dess koder att det är du.',
  oldGone: 'Din gamla app fungerar inte längre. Ta bort den gamla raden där.',
  codesOn: { one: '{count} reservkod är på', other: '{count} reservkoder är på' },
};
