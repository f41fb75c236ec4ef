import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Dit apparaat toevoegen',
      text: 'Uw browser vraagt om uw vingerafdruk, uw gezicht of uw schermvergrendeling. Dat blijft op uw apparaat; wij zien het nooit.',
      exists: 'Dit apparaat is al ingesteld.',
    },
    'security-key': {
      title: 'Een beveiligingssleutel toevoegen',
      text: 'Uw browser vraagt u om uw sleutel in te steken of aan te raken.',
      exists: 'Deze sleutel is al ingesteld.',
    },
  },
  wholeSignIn: 'Hiermee logt u in zonder wachtwoord en zonder code. Het komt niet in de plaats van uw app.',
  existsText: 'U hoeft niets opnieuw toe te voegen.',
  useApp: 'Liever een app gebruiken',
  back: 'Terug',
  working: 'Een ogenblik…',
  prompting: 'Volg de aanwijzingen van uw browser…',
  name: 'Naam',
  names: { passkey: 'Toegangssleutel', 'security-key': 'Beveiligingssleutel' },
  nameHint: 'Zodat u hem later van andere kunt onderscheiden.',
  added: 'Toegevoegd.',
  addedAs: 'Toegevoegd: {name}.',
  submit: 'Doorgaan',
  keepName: 'Deze naam behouden',
  proved: 'Dank u. Kies nu opnieuw ‘{button}’.',
  notFinished: 'Dat is niet afgerond. Er is niets gewijzigd. Probeer het opnieuw wanneer u zover bent.',
  unsure: 'We weten nog niet of het toevoegen is gelukt.',
  tryAgain: 'Probeer het opnieuw: als het al gelukt is, zegt uw browser dat.',
  obstacles: {
    browser: 'Deze browser kan dat niet. Probeer een andere browser of een ander apparaat.',
    device: 'Dit apparaat heeft geen vingerafdruk, gezicht of schermvergrendeling die uw browser kan gebruiken.',
    frame: 'Deze pagina staat in een andere pagina, en die laat niet toe dat uw browser u iets vraagt.',
  },
  openPage: 'Deze pagina apart openen',
  signInTitle: 'Log opnieuw in',
};
