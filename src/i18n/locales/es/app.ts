import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Conecte su app',

  readyText: 'Necesita una app de autenticación en su teléfono. Cualquiera vale.',
  replacing: {
    atomic: 'Su app anterior funciona hasta que la nueva esté conectada.',
    gap: 'Entre una y otra solo sirven sus códigos de respaldo.',
    'all-off': 'Esto desactiva su segundo factor y todos los códigos de respaldo hasta que termine.',
  },
  start: 'Configurar la app',
  understand: 'Entendido, continuar',
  working: 'Un momento…',
  proved: 'Gracias. Ahora elija “{button}” otra vez.',
  cancelled: {
    none: 'No se conectó ninguna app. No cambió nada.',
    atomic: 'No se conectó ninguna app. Su app anterior sigue funcionando.',
    gap: 'No se conectó ninguna app. Puede que su app anterior ya no funcione: configure la app, o tenga a mano sus códigos de respaldo.',
    'all-off': 'No se conectó ninguna app. Su segundo factor está desactivado hasta que configure la app.',
  },

  open: 'Abra o instale una app de autenticación en su teléfono.',
  scan: 'En la app, elija “Añadir” y escanee esta imagen.',
  addHere: 'Añada esta cuenta a la app de autenticación de este teléfono.',
  openInApp: 'Abrir en mi app',
  notOpened: '¿No se abrió nada? Copie la clave y péguela en su app.',
  picture: 'Imagen para escanear con su app de autenticación. Si no puede escanearla, use la clave.',
  noPicture: 'La imagen no se cargó. Use la clave en su lugar, o inténtelo de nuevo.',
  cantScan: '¿No puede escanearla?',
  otherPhone: 'Escanear con otro teléfono',
  key: 'Clave',
  copyKey: 'Copiar clave',
  copied: 'Copiada. Péguela en su app.',
  copyBlocked: 'Su navegador no nos dejó copiar. Escriba la clave a mano en su app.',
  settings: 'Tipo: basado en la hora, {digits} dígitos, {period} segundos',
  settingsAlgorithm: 'Tipo: basado en la hora, {digits} dígitos, {period} segundos, {algorithm}',
  typeIt: 'Escriba el código que muestra la app.',
  lastStep: 'Último paso: escriba el código que muestra su app. Con eso se activa todo.',
  away: 'Quitamos la imagen y la clave mientras no estaba. Si su app ya las tiene, escriba su código. Si no, empiece de nuevo.',
  label: 'Código de la app',
  goOn: 'Continuar',
  checking: 'Comprobando…',
  back: 'Volver',
  cancel: 'Cancelar',
  restart: 'Empezar de nuevo',

  empty: 'Escriba el código que muestra la app.',
  incomplete: {
    one: 'Parece incompleto. El código tiene {count} dígito.',
    other: 'Parece incompleto. El código tiene {count} dígitos.',
  },
  wrong: 'Ese código no funcionó. Espere al siguiente y escriba ese.',
  used: 'Ese código ya se usó. Espere al siguiente y escriba ese.',
  wrongClock:
    'Ese código no funcionó. Espere al siguiente y escriba ese. Compruebe que su teléfono ajusta la hora automáticamente.',
  notArrived: 'Su app todavía no está conectada. Escriba el código que muestra ahora.',
  offline: 'No tiene conexión. Su código no se envió.',
  offlineBefore: 'No tiene conexión. No se cambió nada.',
  lostStart: {
    atomic: 'Se cortó la conexión y su app todavía no está conectada. Inténtelo de nuevo.',
    gap: 'Se cortó la conexión y no sabemos si su app anterior sigue funcionando. Inténtelo de nuevo.',
    'all-off': 'Se cortó la conexión y no sabemos si su segundo factor sigue activado. Inténtelo de nuevo.',
  },
  lostCode: 'Todavía no sabemos si su app está conectada. Escriba el código que muestra ahora.',
  unusable:
    'No podemos mostrarle una imagen que se pueda escanear con seguridad. Avise, por favor, a los responsables de {service}.',
  notAllowed: 'Esto no se puede hacer aquí en este momento.',

  unsure: 'Todavía no sabemos si su app está conectada.',
  checkAgain: 'Comprobar de nuevo',

  overTitle: 'Empiece este paso de nuevo',
  over: 'Esta configuración tardó demasiado, u otra la reemplazó. Si su app muestra una entrada nueva, elimínela allí.',

  doneTitle: 'Su app está conectada',
  done: 'A partir de ahora, sus códigos confirman que es usted.',
  oldGone: 'Su app anterior ya no funciona. Elimine allí la entrada de esta cuenta.',
  codesOn: {
    one: '{count} código de respaldo está activado',
    other: '{count} códigos de respaldo están activados',
  },
};
