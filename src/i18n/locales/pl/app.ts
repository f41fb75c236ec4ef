import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Połącz aplikację',

  readyText: 'Potrzebujesz aplikacji uwierzytelniającej na telefonie. Może być dowolna.',
  replacing: {
    atomic: 'Stara aplikacja działa, dopóki nowa nie zacznie działać.',
    gap: 'W międzyczasie działają tylko kody zapasowe.',
    'all-off': 'To wyłączy drugi składnik i wszystkie kody zapasowe do czasu, aż skończysz.',
  },
  start: 'Skonfiguruj aplikację',
  understand: 'Rozumiem, dalej',
  working: 'Chwileczkę…',
  proved: 'Dziękujemy. Teraz wybierz ponownie „{button}”.',
  cancelled: {
    none: 'Nie połączono żadnej aplikacji. Nic się nie zmieniło.',
    atomic: 'Nie połączono żadnej aplikacji. Stara aplikacja nadal działa.',
    gap: 'Nie połączono żadnej aplikacji. Stara aplikacja może już nie działać: skonfiguruj aplikację albo miej pod ręką kody zapasowe.',
    'all-off': 'Nie połączono żadnej aplikacji. Drugi składnik jest wyłączony, dopóki nie skonfigurujesz aplikacji.',
  },

  open: 'Otwórz lub zainstaluj na telefonie aplikację uwierzytelniającą.',
  scan: 'W aplikacji wybierz „dodaj” i zeskanuj ten obrazek.',
  addHere: 'Dodaj to konto do aplikacji uwierzytelniającej na tym telefonie.',
  openInApp: 'Otwórz w mojej aplikacji',
  notOpened: 'Nic się nie otworzyło? Skopiuj klucz konfiguracyjny i wklej go w aplikacji.',
  picture:
    'Obrazek do zeskanowania aplikacją uwierzytelniającą. Jeśli nie możesz go zeskanować, użyj klucza konfiguracyjnego.',
  noPicture: 'Obrazek się nie wczytał. Użyj klucza konfiguracyjnego albo spróbuj ponownie.',
  cantScan: 'Nie możesz zeskanować?',
  otherPhone: 'Zeskanuj innym telefonem',
  key: 'Klucz konfiguracyjny',
  copyKey: 'Kopiuj klucz',
  copied: 'Skopiowano. Wklej go w aplikacji.',
  copyBlocked: 'Przeglądarka nie pozwoliła skopiować. Wpisz klucz konfiguracyjny w aplikacji ręcznie.',
  settings: 'Rodzaj: oparty na czasie, cyfry: {digits}, sekundy: {period}',
  settingsAlgorithm: 'Rodzaj: oparty na czasie, cyfry: {digits}, sekundy: {period}, {algorithm}',
  typeIt: 'Wpisz kod, który pokazuje aplikacja.',
  lastStep: 'Ostatni krok: wpisz kod, który pokazuje aplikacja. To wszystko włączy.',
  away: 'Podczas Twojej nieobecności usunęliśmy ze strony obrazek i klucz konfiguracyjny. Jeśli aplikacja już je ma, wpisz jej kod. Jeśli nie, zacznij od nowa.',
  label: 'Kod z aplikacji',
  goOn: 'Dalej',
  checking: 'Sprawdzanie…',
  back: 'Wstecz',
  cancel: 'Anuluj',
  restart: 'Zacznij od nowa',

  empty: 'Wpisz kod, który pokazuje aplikacja.',
  incomplete: {
    one: 'To nie wygląda na cały kod. Kod ma {count} cyfrę.',
    few: 'To nie wygląda na cały kod. Kod ma {count} cyfry.',
    many: 'To nie wygląda na cały kod. Kod ma {count} cyfr.',
  },
  wrong: 'Ten kod nie zadziałał. Poczekaj na następny i wpisz go.',
  used: 'Ten kod był już użyty. Poczekaj na następny i wpisz go.',
  wrongClock: 'Ten kod nie zadziałał. Poczekaj na następny i wpisz go. Sprawdź, czy telefon sam ustawia godzinę.',
  notArrived: 'Aplikacja nie jest jeszcze połączona. Wpisz kod, który pokazuje teraz.',
  offline: 'Brak połączenia z internetem. Twój kod nie został wysłany.',
  offlineBefore: 'Brak połączenia z internetem. Nic się nie zmieniło.',
  lostStart: {
    atomic: 'Połączenie zostało przerwane i aplikacja nie jest jeszcze połączona. Spróbuj ponownie.',
    gap: 'Połączenie zostało przerwane i nie wiemy, czy stara aplikacja nadal działa. Spróbuj ponownie.',
    'all-off': 'Połączenie zostało przerwane i nie wiemy, czy drugi składnik jest nadal włączony. Spróbuj ponownie.',
  },
  lostCode: 'Nie wiemy jeszcze, czy aplikacja jest połączona. Wpisz kod, który pokazuje teraz.',
  unusable:
    'Nie możemy pokazać obrazka, który można bezpiecznie zeskanować. Powiadom o tym osoby prowadzące serwis {service}.',
  notAllowed: 'Teraz nie można tego tutaj zrobić.',

  unsure: 'Nie wiemy jeszcze, czy aplikacja jest połączona.',
  checkAgain: 'Sprawdź ponownie',

  overTitle: 'Zacznij ten krok od nowa',
  over: 'Konfigurowanie trwało zbyt długo albo zastąpiło je inne. Jeśli aplikacja pokazuje nowy wpis, usuń go w niej.',

  doneTitle: 'Aplikacja jest połączona',
  done: 'Od teraz jej kody potwierdzają, że to Ty.',
  oldGone: 'Stara aplikacja już nie działa. Usuń w niej stary wpis tego konta.',
  codesOn: {
    one: '{count} kod zapasowy jest włączony',
    few: '{count} kody zapasowe są włączone',
    many: '{count} kodów zapasowych jest włączonych',
  },
};
