import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Digite um nome.',
  invalidName: 'Use um nome com no máximo 64 caracteres, em uma linha só.',
  impossible: {
    passkey: 'Este dispositivo não pode ser adicionado aqui. Tente com outro dispositivo ou outro navegador.',
    'security-key': 'Esta chave não pode ser adicionada aqui. Tente com outra chave ou outro navegador.',
  },
  notAdded: 'A adição não foi feita. Tente de novo.',
  refused: {
    passkey: 'Esse dispositivo não foi aceito. Nada foi alterado. Tente de novo.',
    'security-key': 'Essa chave não foi aceita. Nada foi alterado. Tente de novo.',
  },
  superseded: 'Isso demorou demais, ou outra página foi mais rápida. Nada foi alterado. Tente de novo.',
  tooMany: 'Tentativas demais. Espere um pouco e tente de novo.',
  tooManyUntil: 'Tentativas demais. Você poderá tentar de novo a partir deste horário: {time}.',
  offline: 'Você está sem conexão. Nada foi alterado.',
  lost: 'A conexão caiu, e não sabemos se funcionou. Tente de novo daqui a pouco.',
  notAllowed: 'Isto não pode ser feito aqui agora.',
};
