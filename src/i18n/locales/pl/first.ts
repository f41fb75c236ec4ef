import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Logowanie do serwisu {service}',
  whoAs: 'Logowanie do serwisu {service} jako {account}',
  loading: 'Chwileczkę…',
  checking: 'Sprawdzanie…',
  notLoaded: 'Błąd: część tej strony się nie wczytała. Spróbuj ponownie.',
  tryAgain: 'Spróbuj ponownie',
  cancel: 'Anuluj',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Wpisz kod z aplikacji',
  text: 'Otwórz aplikację uwierzytelniającą i wpisz 6-cyfrowy kod do serwisu {service}.',
  label: 'Kod z aplikacji',
  submit: 'Dalej',
  trust: {
    one: 'Nie pytaj na tym urządzeniu przez {count} dzień.',
    few: 'Nie pytaj na tym urządzeniu przez {count} dni.',
    many: 'Nie pytaj na tym urządzeniu przez {count} dni.',
  },
  trustHint: 'Zaznacz tylko na własnym urządzeniu.',
  usePasskey: 'Użyj klucza dostępu',
  useApp: 'Użyj kodu z aplikacji',
  send: 'Wyślij mi kod',
  sendTo: 'Wyślij kod na {address}',
  another: 'Wybierz inny sposób',
  lost: 'Nie mam już drugiego składnika',
  lostHint: 'Telefon lub klucz zgubiony albo nowy? Zacznij tutaj.',
  choose: 'Jak chcesz potwierdzić, że to Ty?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Ta część strony nie działa. Powiadom o tym osoby prowadzące serwis {service}.',
};
