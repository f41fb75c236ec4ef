import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Wpisz nazwę.',
  invalidName: 'Podaj nazwę w jednym wierszu, najwyżej 64 znaki.',
  impossible: {
    passkey: 'Tego urządzenia nie można tutaj dodać. Spróbuj z innym urządzeniem albo w innej przeglądarce.',
    'security-key': 'Tego klucza nie można tutaj dodać. Spróbuj z innym kluczem albo w innej przeglądarce.',
  },
  notAdded: 'Nic nie zostało dodane. Spróbuj ponownie.',
  refused: {
    passkey: 'To urządzenie nie zostało przyjęte. Nic się nie zmieniło. Spróbuj ponownie.',
    'security-key': 'Ten klucz nie został przyjęty. Nic się nie zmieniło. Spróbuj ponownie.',
  },
  superseded: 'Trwało to zbyt długo albo inna strona była szybsza. Nic się nie zmieniło. Spróbuj ponownie.',
  tooMany: 'Za dużo prób. Odczekaj chwilę i spróbuj ponownie.',
  tooManyUntil: 'Za dużo prób. Możesz spróbować ponownie o {time}.',
  offline: 'Brak połączenia z internetem. Nic się nie zmieniło.',
  lost: 'Połączenie zostało przerwane i nie wiemy, czy to się udało. Spróbuj ponownie za chwilę.',
  notAllowed: 'Teraz nie można tego tutaj zrobić.',
};
