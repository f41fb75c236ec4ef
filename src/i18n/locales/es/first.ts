import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Inicio de sesión en {service}',
  whoAs: 'Inicio de sesión en {service} como {account}',
  loading: 'Un momento…',
  checking: 'Comprobando…',
  notLoaded: 'Error: una parte de esta página no se cargó. Inténtelo de nuevo.',
  tryAgain: 'Intentar de nuevo',
  cancel: 'Cancelar',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Escriba el código de su app',
  text: 'Abra su app de autenticación y escriba el código de 6 dígitos para {service}.',
  label: 'Código de la app',
  submit: 'Continuar',
  trust: {
    one: 'No preguntar en este dispositivo durante {count} día.',
    other: 'No preguntar en este dispositivo durante {count} días.',
  },
  trustHint: 'Marque esta casilla solo en un dispositivo suyo.',
  usePasskey: 'Usar su llave de acceso',
  useApp: 'Usar un código de su app',
  send: 'Enviarme un código',
  sendTo: 'Enviar un código a {address}',
  another: 'Usar otro método',
  lost: 'Perdí mi segundo factor',
  lostHint: '¿Perdió el teléfono o la llave, o tiene uno nuevo? Empiece aquí.',
  choose: '¿Cómo quiere confirmar que es usted?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Esta parte de la página no funciona. Avise, por favor, a los responsables de {service}.',
};
