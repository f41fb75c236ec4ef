import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Digite o código do seu app, ou um dos seus códigos de backup.',
    'two-codes': 'Digite só um código.',
    'wrong-code': 'Esse código não funcionou. Confira e tente de novo.',
    'used-code': 'Esse código já foi usado. Use o próximo.',
    'too-many-attempts': 'Tentativas demais. Espere um tempo e tente de novo.',
    'challenge-over': 'Para sua segurança, esta etapa terminou. Entre de novo.',
    'not-allowed': 'Este código não pode ser usado aqui.',
    server: 'Algo deu errado. Tente de novo daqui a pouco.',
  },
};
