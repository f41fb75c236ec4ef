import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Anna varakoodi',
  text: 'Käytä mitä tahansa listasi koodia, jota et ole vielä käyttänyt. Jokainen koodi kelpaa yhden kerran.',
  label: 'Varakoodi',
  hint: 'Se on tällainen: {shape}. Isoilla ja pienillä kirjaimilla tai viivoilla ei ole väliä.',
  hintExact: 'Se on tällainen: {shape}. Isot ja pienet kirjaimet ovat eri merkkejä.',
  hintOpaque: 'Kirjoita se täsmälleen niin kuin se on listallasi.',
  youAreOn: 'Olet sivustolla {domain}.',
  where: 'Missä koodini ovat?',
  whereText:
    'Etsi paperia tai tiedostoa, jonka nimi on ”Varakoodit palveluun {service}”. Moni säilyttää niitä salasanojen hallintaohjelmassa tai tärkeiden papereiden joukossa.',
  whereTextMade:
    'Etsi paperia tai tiedostoa, jonka nimi on ”Varakoodit palveluun {service}”, luotu {date}. Moni säilyttää niitä salasanojen hallintaohjelmassa tai tärkeiden papereiden joukossa.',
  hide: 'Piilota koodi',
  show: 'Näytä koodi',
  submit: 'Käytä tätä koodia',
  useAsAppCode: 'Käytä sovelluksen koodina',
  cantFind: 'En löydä koodejani',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Autamme sinut takaisin tilillesi',
  text: 'Valitse ensimmäinen tapa, jota voit käyttää.',
  textAssumed: 'Valitse ensimmäinen tapa, jonka olet ottanut käyttöön.',
  codes: 'Varakoodi',
  codesLine: 'Listalta, jonka tallensit tai tulostit.',
  code: 'Koodi, jonka lähetämme sinulle',
  codeTo: 'Koodi tänne: {address}',
  linked: 'Kirjautuminen: {name}',
  linkedLine: 'Otat sen jälkeen käyttöön uuden vahvistusvälineen.',
  from: '{line} Tämän tarjoaa {service}.',
  none: 'Ei mikään näistä',
  noneLine: 'Pyydä apua tukitiimiltämme. Se kestää kauemmin.',
  found: 'Se löytyi. Palaa takaisin.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Tämä varakoodi on nyt käytetty. Sinulla on jäljellä {count}.',
    other: 'Tämä varakoodi on nyt käytetty. Sinulla on jäljellä {count}.',
  },
  usedLow: {
    one: 'Tämä varakoodi on nyt käytetty. Sinulla on jäljellä enää {count}.',
    other: 'Tämä varakoodi on nyt käytetty. Sinulla on jäljellä enää {count}.',
  },
  usedLast: 'Tämä varakoodi on nyt käytetty. Se oli viimeisesi.',
  usedUncounted: 'Tämä varakoodi on nyt käytetty. Yliviivaa se listaltasi.',
  helpTitle: 'Pyydä apua tukitiimiltämme',
  helpText: 'Jos mikään muu ei auta, joku tukitiimistämme tarkistaa, kuka olet, ja auttaa sinut takaisin tilillesi.',
};
