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
  wholeSignIn: 'Así podrá iniciar sesión sin contraseña y sin código. Esto no reemplaza a su app.',
  existsText: 'No hace falta añadir nada otra vez.',
  useApp: 'Usar una app en su lugar',
  back: 'Volver',
  working: 'Un momento…',
  prompting: 'Siga las indicaciones de su navegador…',
  name: 'Nombre',
  names: { passkey: 'Llave de acceso', 'security-key': 'Llave de seguridad' },
  nameHint: 'Para poder distinguirla de otras más adelante.',
  added: 'Se añadió.',
  addedAs: 'Se añadió: {name}.',
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
};
