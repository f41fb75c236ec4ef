import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Escriba un nombre.',
  invalidName: 'Use un nombre de 64 caracteres como máximo, en una sola línea.',
  impossible: {
    passkey: 'Este dispositivo no se puede añadir aquí. Pruebe con otro dispositivo u otro navegador.',
    'security-key': 'Esta llave no se puede añadir aquí. Pruebe con otra llave u otro navegador.',
  },
  notAdded: 'No se añadió. Inténtelo de nuevo.',
  refused: {
    passkey: 'Ese dispositivo no se aceptó. No se cambió nada. Inténtelo de nuevo.',
    'security-key': 'Esa llave no se aceptó. No se cambió nada. Inténtelo de nuevo.',
  },
  superseded: 'Tardó demasiado, u otra página fue más rápida. No se cambió nada. Inténtelo de nuevo.',
  tooMany: 'Demasiados intentos. Espere un poco y vuelva a intentarlo.',
  tooManyUntil: 'Demasiados intentos. Podrá volver a intentarlo a esta hora: {time}.',
  offline: 'No tiene conexión. No se cambió nada.',
  lost: 'Se cortó la conexión y no sabemos si funcionó. Inténtelo de nuevo en un momento.',
  notAllowed: 'Esto no se puede hacer aquí en este momento.',
};
