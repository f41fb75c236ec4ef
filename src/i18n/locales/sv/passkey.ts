import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Lägg till den här enheten',
      text: 'Webbläsaren ber om ditt fingeravtryck, ansikte eller skärmlås. Det stannar på din enhet; vi ser det aldrig.',
      exists: 'Den här enheten är redan tillagd.',
    },
    'security-key': {
      title: 'Lägg till en säkerhetsnyckel',
      text: 'Webbläsaren ber dig att sätta i nyckeln eller trycka på den.',
      exists: 'Den här nyckeln är redan tillagd.',
    },
  },
  wholeSignIn: 'Med den loggar du in utan lösenord och utan kod. Den ersätter inte din app.',
  existsText: 'Du behöver inte lägga till den igen.',
  useApp: 'Använd en app i stället',
  back: 'Tillbaka',
  working: 'Ett ögonblick …',
  prompting: 'Följ webbläsarens anvisningar …',
  name: 'Namn',
  names: { passkey: 'Lösennyckel', 'security-key': 'Säkerhetsnyckel' },
  nameHint: 'Så att du kan skilja den från andra senare.',
  added: 'Tillagd.',
  addedAs: 'Tillagd: {name}.',
  submit: 'Fortsätt',
  keepName: 'Behåll det här namnet',
  proved: 'Tack. Välj nu ”{button}” igen.',
  notFinished: 'Det blev inte klart. Inget ändrades. Försök igen när du är redo.',
  unsure: 'Vi vet inte än om den lades till.',
  tryAgain: 'Försök igen: om den lades till säger webbläsaren det.',
  obstacles: {
    browser: 'Den här webbläsaren kan inte det. Prova en annan webbläsare eller enhet.',
    device: 'Den här enheten har inget fingeravtryck, ansikte eller skärmlås som webbläsaren kan använda.',
    frame: 'Den här sidan ligger inuti en annan, och den andra låter inte webbläsaren fråga dig.',
  },
  openPage: 'Öppna sidan för sig',
  signInTitle: 'Logga in igen',
};
