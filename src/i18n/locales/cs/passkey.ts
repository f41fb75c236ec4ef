import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Přidat toto zařízení',
      text: 'Prohlížeč vás požádá o otisk prstu, obličej nebo odemknutí obrazovky. To zůstane ve vašem zařízení; my to nikdy neuvidíme.',
      exists: 'Toto zařízení už je nastavené.',
    },
    'security-key': {
      title: 'Přidat bezpečnostní klíč',
      text: 'Prohlížeč vás požádá, abyste klíč připojili nebo přiložili.',
      exists: 'Tento klíč už je nastavený.',
    },
  },
  wholeSignIn: 'S ním se přihlásíte bez hesla a bez kódu. Vaši aplikaci nenahrazuje.',
  existsText: 'Nemusíte ho přidávat znovu.',
  useApp: 'Použít místo toho aplikaci',
  back: 'Zpět',
  working: 'Okamžik…',
  prompting: 'Postupujte podle pokynů prohlížeče…',
  name: 'Název',
  names: { passkey: 'Přístupový klíč', 'security-key': 'Bezpečnostní klíč' },
  nameHint: 'Abyste ho později odlišili od ostatních.',
  added: 'Přidáno.',
  addedAs: 'Přidáno: {name}.',
  submit: 'Pokračovat',
  keepName: 'Ponechat tento název',
  proved: 'Děkujeme. Teď znovu zvolte „{button}“.',
  notFinished: 'Nebylo to dokončeno. Nic se nezměnilo. Zkuste to znovu, až budete chtít.',
  unsure: 'Zatím nevíme, zda se přidání povedlo.',
  tryAgain: 'Zkuste to znovu: pokud se přidání povedlo, prohlížeč vám to řekne.',
  obstacles: {
    browser: 'Tento prohlížeč to neumí. Zkuste jiný prohlížeč nebo zařízení.',
    device:
      'Toto zařízení nemá čtečku otisků prstů, rozpoznání obličeje ani zámek obrazovky, které by prohlížeč mohl použít.',
    frame: 'Tato stránka je vložená do jiné a ta prohlížeči nedovolí se vás zeptat.',
  },
  openPage: 'Otevřít tuto stránku samostatně',
  signInTitle: 'Přihlaste se prosím znovu',
};
