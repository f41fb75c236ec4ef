import type { WordsOf } from '../../words.js';

export const shared: WordsOf<'shared'> = {
  whoIn: '{service} · {account}',
  both: '{first} {second}',
  errorPrefix: 'Erro:',
  goBack: 'Voltar',
  goTo: 'Ir para {service}',
};

export const troubles: WordsOf<'troubles'> = {
  app: {
    empty: 'Digite o código de 6 dígitos do seu app.',
    incomplete: 'Parece incompleto. Os códigos do app têm 6 dígitos.',
    wrong: 'Esse código não funcionou. Espere um novo código no seu app e tente com ele.',
    used: 'Esse código já foi usado. Espere o próximo.',
    notSpent: 'Você ainda não entrou na sua conta. Digite o código mais recente do seu app.',
    maybeSpent: 'Você ainda não entrou na sua conta. Digite o código mais recente do seu app.',
    offline: 'Você está sem conexão. Seu código não foi enviado.',
    unsettled: 'Ainda não sabemos se você entrou na sua conta. Seu código não foi reenviado.',
    tooManyUntil: 'Tentativas demais. Você poderá usar seu app de novo a partir deste horário: {time}.',
  },
  backup: {
    empty: 'Digite um dos seus códigos de backup.',
    incomplete: 'Parece incompleto.',
    wrong: 'Esse código não funcionou. Confira cada letra e cada número, ou use o próximo código da sua lista.',
    used: 'Você já usou esse código antes. Risque-o e use o próximo.',
    notSpent: 'Você ainda não entrou na sua conta, e seu código continua valendo.',
    maybeSpent:
      'Você ainda não entrou na sua conta. Talvez esse código já tenha sido usado. Tente com ele mais uma vez; se for recusado, use o próximo.',
    offline: 'Você está sem conexão. Seu código não foi enviado.',
    unsettled: 'Ainda não sabemos se você entrou na sua conta. Seu código não foi reenviado.',
    tooManyUntil: 'Tentativas demais. Você poderá usar um código de backup de novo a partir deste horário: {time}.',
  },
  sent: {
    empty: 'Digite o código que enviamos.',
    incomplete: 'Parece incompleto. O código tem 6 dígitos.',
    wrong: 'Esse código não funcionou. Digite o código mais recente que enviamos, ou peça um novo.',
    used: 'Esse código já foi usado. Peça um novo.',
    notSpent: 'Você ainda não entrou na sua conta. Tente de novo com esse código.',
    maybeSpent:
      'Você ainda não entrou na sua conta. Talvez esse código já tenha sido usado. Tente com ele mais uma vez; se for recusado, peça um novo.',
    offline: 'Você está sem conexão. Nada foi enviado.',
    unsettled: 'Ainda não sabemos se você entrou na sua conta. O que você digitou não foi reenviado.',
    tooManyUntil:
      'Tentativas demais. Os códigos que enviamos poderão ser usados de novo a partir deste horário: {time}.',
  },
  passkey: {
    notSpent: 'Você ainda não entrou na sua conta. Use sua chave de acesso de novo.',
    maybeSpent: 'Você ainda não entrou na sua conta. Use sua chave de acesso de novo.',
    offline: 'Você está sem conexão. Nada foi enviado.',
    unsettled: 'Ainda não sabemos se você entrou na sua conta. Nada foi reenviado.',
    tooManyUntil: 'Tentativas demais. Você poderá usar sua chave de acesso de novo a partir deste horário: {time}.',
  },
  incompleteShape: 'Parece incompleto. Os códigos de backup são assim: {shape}.',
  appCode: 'Parece um código do seu app.',
  many: 'Aí tem mais de um código. Deixe só um.',
  triesLeft: {
    one: 'Você pode tentar mais uma vez.',
    other: 'Você pode tentar mais {count} vezes.',
  },
  tooOld: 'Esse código é antigo demais. Peça um novo.',
  passkeyRefused: 'Essa chave de acesso não funcionou. Tente de novo, ou escolha outro método.',
  tooMany: 'Tentativas demais. Espere um pouco e tente de novo.',
  tooManyUntil: 'Tentativas demais. Você poderá usar esta página de novo a partir deste horário: {time}.',
  offline: 'Você está sem conexão.',
  unreachable: 'Não estamos conseguindo acessar {service} agora. Tente de novo daqui a pouco.',
  server: 'Algo deu errado em {service}. Tente de novo daqui a pouco.',
  serverReference: 'Algo deu errado em {service}. Tente de novo daqui a pouco. ({reference})',
  notAllowed: 'Isto não pode ser usado aqui agora. Escolha outro método.',
  unknown: 'Não foi possível concluir. Tente de novo.',
};

export const after: WordsOf<'after'> = {
  settling: 'A conexão caiu. Verificando se você entrou na sua conta…',
  checkAgain: 'Verificar de novo',
  restarted: 'Isso demorou, por isso recomeçamos. Nada do que você salvou se perdeu.',
  'not-finished': 'Isso não foi concluído. Tente de novo, ou escolha outro método.',
  'open-again': 'Você já pode tentar de novo.',
  'sent-again': 'Enviamos um novo código.',
  'sent-before': 'Enviamos um código para você há pouco. Ele pode demorar um pouco para chegar.',
};

export const ends: WordsOf<'ends'> = {
  failedTitle: 'Não funcionou',
  overTitle: 'Entre de novo, por favor',
  overText: 'Para sua segurança, esta etapa termina depois de algum tempo.',
  codesGood: 'Seus códigos de backup continuam valendo.',
  codeSpent: 'O código de backup que você digitou foi usado e não vale mais. Risque-o da sua lista.',
  codeMaybeSpent: 'Talvez o código de backup que você digitou já tenha sido usado. Se for recusado, use o próximo.',
  cancelledText: 'Você saiu desta etapa. Para continuar, entre de novo.',
  firstTitle: 'Entre primeiro, por favor',
  firstText: 'Depois vamos pedir aqui que você confirme que é você.',
  goToSignIn: 'Ir para a tela de login',
  elsewhereTitle: 'Não podemos abrir esta conta aqui',
  elsewhereText: 'Por favor, fale com a equipe de atendimento de {service}.',
  passwordTitle: 'Escolha uma nova senha, por favor',
  passwordText: 'Faça isso primeiro. Depois entre de novo.',
  passwordLink: 'Escolher uma nova senha',
  inTitle: 'Você entrou na sua conta',
  told: 'Avisamos você sobre isso em {addresses}.',
  helpLink: 'Como falar com nossa equipe de atendimento',
};

export const ways: WordsOf<'ways'> = {
  rows: {
    passkey: { title: 'Chave de acesso ou de segurança', line: 'Neste dispositivo ou em outro.' },
    totp: { title: 'App autenticador', line: 'Um código do seu celular.' },
    email: { title: 'Código por e-mail', line: 'Enviamos para {address}.' },
    sms: { title: 'Código por SMS', line: 'Enviamos para {address}.' },
  },
  sendNow: 'Enviamos agora.',
  passkeyTitle: 'Use sua chave de acesso',
  passkeyText:
    'Seu navegador vai pedir sua impressão digital, seu rosto, o bloqueio de tela ou sua chave de segurança.',
  passkeySubmit: 'Usar chave de acesso',
  sendTitle: 'Receba um código',
  sendText: 'Vamos enviar um código de 6 dígitos para você.',
  sendTextTo: 'Vamos enviar um código de 6 dígitos para {address}.',
  send: 'Enviar código',
  sending: 'Enviando…',
  sentTitle: 'Digite o código que enviamos',
  sentText: 'Enviamos um código para você.',
  sentTextTo: 'Enviamos um código para {address}.',
  email: 'Código do e-mail',
  sms: 'Código do SMS',
  again: 'Enviar um novo código',
  againAt: 'Você poderá pedir um novo código a partir deste horário: {time}.',
};
