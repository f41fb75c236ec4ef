import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Conecte seu app',

  readyText: 'Você precisa de um app autenticador no seu celular. Qualquer um serve.',
  replacing: {
    atomic: 'Seu app antigo funciona até o novo estar conectado.',
    gap: 'Entre um e outro, só valem seus códigos de backup.',
    'all-off': 'Isto desativa seu segundo fator e todos os códigos de backup até você terminar.',
  },
  start: 'Configurar o app',
  understand: 'Entendi, continuar',
  working: 'Um momento…',
  proved: 'Confirmado. Agora escolha “{button}” de novo.',
  cancelled: {
    none: 'Nenhum app foi conectado. Nada mudou.',
    atomic: 'Nenhum app foi conectado. Seu app antigo continua funcionando.',
    gap: 'Nenhum app foi conectado. Talvez seu app antigo não funcione mais: configure o app, ou deixe seus códigos de backup à mão.',
    'all-off': 'Nenhum app foi conectado. Seu segundo fator está desativado até você configurar o app.',
  },

  open: 'Abra ou instale um app autenticador no seu celular.',
  scan: 'No app, escolha “Adicionar” e escaneie esta imagem.',
  addHere: 'Adicione esta conta ao app autenticador deste celular.',
  openInApp: 'Abrir no meu app',
  notOpened: 'Nada abriu? Copie a chave de configuração e cole no seu app.',
  picture: 'Imagem para escanear com seu app autenticador. Se não der para escanear, use a chave de configuração.',
  noPicture: 'A imagem não carregou. Use a chave de configuração, ou tente de novo.',
  cantScan: 'Não dá para escanear?',
  otherPhone: 'Escanear com outro celular',
  key: 'Chave de configuração',
  copyKey: 'Copiar chave',
  copied: 'Copiada. Cole no seu app.',
  copyBlocked: 'Seu navegador não deixou copiar. Digite a chave de configuração à mão no seu app.',
  settings: 'Tipo: com base no horário, {digits} dígitos, {period} segundos',
  settingsAlgorithm: 'Tipo: com base no horário, {digits} dígitos, {period} segundos, {algorithm}',
  typeIt: 'Digite o código que o app mostra.',
  lastStep: 'Última etapa: digite o código que seu app mostra. Isso ativa tudo.',
  away: 'Tiramos a imagem e a chave de configuração da tela enquanto você não estava aqui. Se seu app já tem uma delas, digite o código dele. Se não, comece de novo.',
  label: 'Código do app',
  goOn: 'Continuar',
  checking: 'Verificando…',
  back: 'Voltar',
  cancel: 'Cancelar',
  restart: 'Começar de novo',

  empty: 'Digite o código que o app mostra.',
  incomplete: {
    one: 'Parece incompleto. O código tem {count} dígito.',
    other: 'Parece incompleto. O código tem {count} dígitos.',
  },
  wrong: 'Esse código não funcionou. Espere o próximo e digite esse.',
  used: 'Esse código já foi usado. Espere o próximo e digite esse.',
  wrongClock:
    'Esse código não funcionou. Espere o próximo e digite esse. Confira se seu celular acerta o horário sozinho.',
  notArrived: 'Seu app ainda não está conectado. Digite o código que ele mostra agora.',
  offline: 'Você está sem conexão. Seu código não foi enviado.',
  offlineBefore: 'Você está sem conexão. Nada foi alterado.',
  lostStart: {
    atomic: 'A conexão caiu, e seu app ainda não está conectado. Tente de novo.',
    gap: 'A conexão caiu, e não sabemos se seu app antigo ainda funciona. Tente de novo.',
    'all-off': 'A conexão caiu, e não sabemos se seu segundo fator ainda está ativado. Tente de novo.',
  },
  lostCode: 'Ainda não sabemos se seu app está conectado. Digite o código que ele mostra agora.',
  unusable:
    'Não conseguimos mostrar uma imagem que seja segura para escanear. Por favor, avise os responsáveis por {service}.',
  notAllowed: 'Isto não pode ser feito aqui agora.',

  unsure: 'Ainda não sabemos se seu app está conectado.',
  checkAgain: 'Verificar de novo',

  overTitle: 'Comece esta etapa de novo',
  over: 'Esta configuração demorou demais, ou outra tomou o lugar dela. Se seu app mostra um novo item, exclua esse item no app.',

  doneTitle: 'Seu app está conectado',
  done: 'De agora em diante, os códigos dele confirmam que é você.',
  oldGone: 'Seu app antigo não funciona mais. Exclua nele o item desta conta.',
  codesOn: { one: '{count} código de backup está ativado', other: '{count} códigos de backup estão ativados' },
};
