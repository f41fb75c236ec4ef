import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Forbind din app',

  readyText: 'Du skal bruge en godkendelsesapp på din mobil. Det er lige meget hvilken.',
  replacing: {
    atomic: 'Din gamle app virker, indtil den nye er forbundet.',
    gap: 'Under skiftet virker kun dine backupkoder.',
    'all-off': 'Det slår din andenfaktor og alle backupkoder fra, indtil du er færdig.',
  },
  start: 'Sæt appen op',
  understand: 'Jeg forstår, gå videre',
  working: 'Et øjeblik …',
  proved: 'Tak. Vælg nu ”{button}” igen.',
  cancelled: {
    none: 'Ingen app blev forbundet. Intet er ændret.',
    atomic: 'Ingen app blev forbundet. Din gamle app virker stadig.',
    gap: 'Ingen app blev forbundet. Din gamle app virker måske ikke længere: Sæt appen op, eller hav dine backupkoder klar.',
    'all-off': 'Ingen app blev forbundet. Din andenfaktor er slået fra, indtil du sætter appen op.',
  },

  open: 'Åbn eller installer en godkendelsesapp på din mobil.',
  scan: 'Vælg ”tilføj” i appen, og scan dette billede.',
  addHere: 'Føj denne konto til godkendelsesappen på denne mobil.',
  openInApp: 'Åbn i min app',
  notOpened: 'Skete der ikke noget? Kopiér nøglen, og sæt den ind i din app.',
  picture: 'Billede, du kan scanne med din godkendelsesapp. Hvis du ikke kan scanne det, så brug nøglen.',
  noPicture: 'Billedet blev ikke indlæst. Brug nøglen i stedet, eller prøv igen.',
  cantScan: 'Kan du ikke scanne det?',
  otherPhone: 'Scan med en anden mobil',
  key: 'Nøgle',
  copyKey: 'Kopiér nøglen',
  copied: 'Kopieret. Sæt den ind i din app.',
  copyBlocked: 'Din browser lod os ikke kopiere. Skriv nøglen ind i din app i hånden.',
  settings: 'Type: tidsbaseret, {digits} cifre, {period} sekunder',
  settingsAlgorithm: 'Type: tidsbaseret, {digits} cifre, {period} sekunder, {algorithm}',
  typeIt: 'Skriv den kode, appen viser.',
  lastStep: 'Sidste trin: Skriv den kode, din app viser. Så bliver alt slået til.',
  away: 'Vi fjernede billedet og nøglen, mens du var væk. Hvis din app allerede har dem, så skriv dens kode. Hvis ikke, så begynd forfra.',
  label: 'Appkode',
  goOn: 'Fortsæt',
  checking: 'Tjekker …',
  back: 'Tilbage',
  cancel: 'Annuller',
  restart: 'Begynd forfra',

  empty: 'Skriv den kode, appen viser.',
  incomplete: {
    one: 'Koden ser ikke fuldstændig ud. Den har {count} ciffer.',
    other: 'Koden ser ikke fuldstændig ud. Den har {count} cifre.',
  },
  wrong: 'Koden virkede ikke. Vent på den næste, og skriv den.',
  used: 'Koden er allerede blevet brugt. Vent på den næste, og skriv den.',
  wrongClock: 'Koden virkede ikke. Vent på den næste, og skriv den. Tjek, at din mobil selv stiller uret.',
  notArrived: 'Din app er ikke forbundet endnu. Skriv den kode, den viser nu.',
  offline: 'Du er offline. Din kode blev ikke sendt.',
  offlineBefore: 'Du er offline. Intet blev ændret.',
  lostStart: {
    atomic: 'Forbindelsen blev afbrudt, og din app er ikke forbundet endnu. Prøv igen.',
    gap: 'Forbindelsen blev afbrudt, og vi ved ikke, om din gamle app stadig virker. Prøv igen.',
    'all-off': 'Forbindelsen blev afbrudt, og vi ved ikke, om din andenfaktor stadig er slået til. Prøv igen.',
  },
  lostCode: 'Vi ved endnu ikke, om din app er forbundet. Skriv den kode, den viser nu.',
  unusable:
    'Vi kan ikke vise dig et billede, der er sikkert at scanne. Sig det venligst til dem, der står for {service}.',
  notAllowed: 'Det kan ikke gøres her lige nu.',

  unsure: 'Vi ved endnu ikke, om din app er forbundet.',
  checkAgain: 'Tjek igen',

  overTitle: 'Begynd forfra på dette trin',
  over: 'Det tog for lang tid, eller en anden opsætning kom i stedet. Hvis din app viser en ny linje, så slet den der.',

  doneTitle: 'Din app er forbundet',
  done: 'Fra nu af bekræfter dens koder, at det er dig.',
  oldGone: 'Din gamle app virker ikke længere. Slet den gamle linje i den app.',
  codesOn: { one: '{count} backupkode er slået til', other: '{count} backupkoder er slået til' },
};
