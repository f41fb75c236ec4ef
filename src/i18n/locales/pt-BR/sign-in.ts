import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Digite um código de backup',
  text: 'Use qualquer código da sua lista que você ainda não usou. Cada código vale uma vez só.',
  label: 'Código de backup',
  hint: 'Ele é assim: {shape}. Letras maiúsculas ou minúsculas, com ou sem traços: tanto faz.',
  hintExact: 'Ele é assim: {shape}. Letras maiúsculas e minúsculas são diferentes.',
  hintOpaque: 'Digite exatamente como está na sua lista.',
  youAreOn: 'Você está em {domain}.',
  where: 'Onde estão meus códigos?',
  whereText:
    'Procure uma folha ou um arquivo com o título “Códigos de backup de {service}”. As pessoas costumam guardar em um gerenciador de senhas ou junto com papéis importantes.',
  whereTextMade:
    'Procure uma folha ou um arquivo com o título “Códigos de backup de {service}”, com a data {date}. As pessoas costumam guardar em um gerenciador de senhas ou junto com papéis importantes.',
  hide: 'Ocultar o código',
  show: 'Mostrar o código',
  submit: 'Usar este código',
  useAsAppCode: 'Usar como código do app',
  cantFind: 'Não encontro meus códigos',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Vamos recuperar seu acesso',
  text: 'Escolha o primeiro método que você pode usar.',
  textAssumed: 'Escolha o primeiro método que você configurou.',
  codes: 'Um código de backup',
  codesLine: 'Da lista que você salvou ou imprimiu.',
  code: 'Um código que enviamos para você',
  codeTo: 'Código para {address}',
  linked: 'Entrar com {name}',
  linkedLine: 'Depois você configura um novo segundo fator.',
  from: '{line} De {service}.',
  none: 'Nenhum destes',
  noneLine: 'Fale com nossa equipe de atendimento. Demora mais.',
  found: 'Encontrei. Voltar.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Esse código de backup foi usado e não vale mais. Resta {count}.',
    other: 'Esse código de backup foi usado e não vale mais. Restam {count}.',
  },
  usedLow: {
    one: 'Esse código de backup foi usado e não vale mais. Só resta {count}.',
    other: 'Esse código de backup foi usado e não vale mais. Só restam {count}.',
  },
  usedLast: 'Esse código de backup foi usado e não vale mais. Era o último.',
  usedUncounted: 'Esse código de backup foi usado e não vale mais. Risque-o da sua lista.',
  helpTitle: 'Falar com nossa equipe de atendimento',
  helpText: 'Se nada mais funcionar, uma pessoa confere quem você é e ajuda você a entrar de novo na sua conta.',
};
