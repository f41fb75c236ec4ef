import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Dodaj to urządzenie',
      text: 'Przeglądarka poprosi o odcisk palca, twarz lub blokadę ekranu. To zostaje na Twoim urządzeniu; my nigdy tego nie widzimy.',
      exists: 'To urządzenie jest już dodane.',
    },
    'security-key': {
      title: 'Dodaj klucz bezpieczeństwa',
      text: 'Przeglądarka poprosi o podłączenie lub przyłożenie klucza.',
      exists: 'Ten klucz jest już dodany.',
    },
  },
  wholeSignIn: 'Pozwala zalogować się bez hasła i bez kodu. Nie zastępuje Twojej aplikacji.',
  existsText: 'Nie trzeba dodawać tego ponownie.',
  useApp: 'Użyj zamiast tego aplikacji',
  back: 'Wstecz',
  working: 'Chwileczkę…',
  prompting: 'Wykonaj polecenia przeglądarki…',
  name: 'Nazwa',
  names: { passkey: 'Klucz dostępu', 'security-key': 'Klucz bezpieczeństwa' },
  nameHint: 'Aby później odróżnić go od innych.',
  added: 'Dodano.',
  addedAs: 'Dodano: {name}.',
  submit: 'Dalej',
  keepName: 'Zachowaj tę nazwę',
  proved: 'Dziękujemy. Teraz wybierz ponownie „{button}”.',
  notFinished: 'To nie zostało ukończone. Nic się nie zmieniło. Spróbuj ponownie, gdy zechcesz.',
  unsure: 'Nie wiemy jeszcze, czy dodanie się udało.',
  tryAgain: 'Spróbuj ponownie: jeśli dodanie się udało, przeglądarka o tym powie.',
  obstacles: {
    browser: 'Ta przeglądarka tego nie potrafi. Spróbuj w innej przeglądarce lub na innym urządzeniu.',
    device:
      'To urządzenie nie ma czytnika linii papilarnych, rozpoznawania twarzy ani blokady ekranu, z których przeglądarka może skorzystać.',
    frame: 'Ta strona jest pokazana wewnątrz innej, a tamta nie pozwala przeglądarce Cię zapytać.',
  },
  openPage: 'Otwórz tę stronę osobno',
  signInTitle: 'Zaloguj się ponownie',
};
