import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Añadir este dispositivo',
      text: 'Su navegador le pedirá su huella digital, su cara o el bloqueo de pantalla. Eso se queda en su dispositivo; nosotros nunca lo vemos.',
      exists: 'Este dispositivo ya está configurado.',
    },
    'security-key': {
      title: 'Añadir una llave de seguridad',
      text: 'Su navegador le pedirá que conecte o toque su llave.',
      exists: 'Esta llave ya está configurada.',
    },
  },
  wholeSignIn: 'Así inicia sesión sin contraseña y sin código. No reemplaza a su app.',
  existsText: 'No hace falta añadir nada otra vez.',
  useApp: 'Usar una app en su lugar',
  back: 'Volver',
  working: 'Un momento…',
  prompting: 'Siga las indicaciones de su navegador…',
  name: 'Nombre',
  names: { passkey: 'Llave de acceso', 'security-key': 'Llave de seguridad' },
  nameHint: 'Para poder distinguirla de otras más adelante.',
  added: 'Añadido.',
  addedAs: 'Añadido: {name}.',
  submit: 'Continuar',
  keepName: 'Conservar este nombre',
  proved: 'Gracias. Ahora elija “{button}” otra vez.',
  notFinished: 'No llegó a completarse. No se cambió nada. Inténtelo de nuevo cuando quiera.',
  unsure: 'Todavía no sabemos si se añadió.',
  tryAgain: 'Inténtelo de nuevo: si ya se añadió, su navegador se lo dirá.',
  obstacles: {
    browser: 'Este navegador no puede hacerlo. Pruebe con otro navegador u otro dispositivo.',
    device:
      'Este dispositivo no tiene huella digital, reconocimiento de la cara ni bloqueo de pantalla que su navegador pueda usar.',
    frame: 'Esta página está dentro de otra, y esa otra no permite que su navegador le pregunte.',
  },
  openPage: 'Abrir esta página por separado',
  signInTitle: 'Inicie sesión de nuevo',

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
