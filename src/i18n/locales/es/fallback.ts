import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Escriba el código de su app, o uno de sus códigos de respaldo.',
    'two-codes': 'Escriba un solo código.',
    'wrong-code': 'Ese código no funcionó. Compruébelo e inténtelo de nuevo.',
    'used-code': 'Ese código ya se usó. Use el siguiente.',
    'too-many-attempts': 'Demasiados intentos. Espere un rato y vuelva a intentarlo.',
    'challenge-over': 'Por su seguridad, este paso terminó. Inicie sesión de nuevo.',
    'not-allowed': 'Este código no se puede usar aquí.',
    server: 'Algo falló. Inténtelo de nuevo en un momento.',
  },
};
