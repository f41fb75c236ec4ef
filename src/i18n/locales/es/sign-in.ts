import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Escriba un código de respaldo',
  text: 'Use cualquier código de su lista que todavía no haya usado. Cada código sirve una sola vez.',
  label: 'Código de respaldo',
  hint: 'Es así: {shape}. Con mayúsculas o minúsculas, con o sin guiones: todo vale.',
  hintExact: 'Es así: {shape}. Las mayúsculas y las minúsculas son distintas.',
  hintOpaque: 'Escríbalo exactamente como está en su lista.',
  youAreOn: 'Está en {domain}.',
  where: '¿Dónde están mis códigos?',
  whereText:
    'Busque una hoja o un archivo con el título “Códigos de respaldo de {service}”. La gente suele guardarlos en un gestor de contraseñas o con los papeles importantes.',
  whereTextMade:
    'Busque una hoja o un archivo con el título “Códigos de respaldo de {service}”, con fecha del {date}. La gente suele guardarlos en un gestor de contraseñas o con los papeles importantes.',
  hide: 'Ocultar el código',
  show: 'Mostrar el código',
  submit: 'Usar este código',
  useAsAppCode: 'Usarlo como código de la app',
  cantFind: 'No encuentro mis códigos',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Vuelva a entrar en su cuenta',
  text: 'Elija el primer método que pueda usar.',
  textAssumed: 'Elija el primer método que haya configurado.',
  codes: 'Un código de respaldo',
  codesLine: 'De la lista que guardó o imprimió.',
  code: 'Un código que le enviamos',
  codeTo: 'Código enviado a {address}',
  linked: 'Inicio de sesión con {name}',
  linkedLine: 'Después configurará un segundo factor nuevo.',
  from: '{line} De {service}.',
  none: 'Ninguno de estos',
  noneLine: 'Pregunte a nuestro equipo de ayuda. Esto tarda más.',
  found: 'Lo encontré. Volver.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Ese código de respaldo está usado y ya no sirve. Le queda {count}.',
    other: 'Ese código de respaldo está usado y ya no sirve. Le quedan {count}.',
  },
  usedLow: {
    one: 'Ese código de respaldo está usado y ya no sirve. Solo le queda {count}.',
    other: 'Ese código de respaldo está usado y ya no sirve. Solo le quedan {count}.',
  },
  usedLast: 'Ese código de respaldo está usado y ya no sirve. Era el último.',
  usedUncounted: 'Ese código de respaldo está usado y ya no sirve. Táchelo en su lista.',
  helpTitle: 'Preguntar a nuestro equipo de ayuda',
  helpText: 'Si nada más funciona, una persona comprueba quién es usted y le ayuda a volver a entrar en su cuenta.',
};
