import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Entrando em {service}',
  whoAs: 'Entrando em {service} como {account}',
  loading: 'Um momento…',
  checking: 'Verificando…',
  notLoaded: 'Erro: uma parte desta página não carregou. Tente de novo.',
  tryAgain: 'Tentar de novo',
  cancel: 'Cancelar',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Digite o código do seu app',
  text: 'Abra seu app autenticador e digite o código de 6 dígitos de {service}.',
  label: 'Código do app',
  submit: 'Continuar',
  trust: {
    one: 'Não perguntar neste dispositivo por {count} dia.',
    other: 'Não perguntar neste dispositivo por {count} dias.',
  },
  trustHint: 'Marque só em um dispositivo seu.',
  usePasskey: 'Usar sua chave de acesso',
  useApp: 'Usar um código do seu app',
  send: 'Enviar um código para mim',
  sendTo: 'Enviar um código para {address}',
  another: 'Usar outro método',
  lost: 'Perdi meu segundo fator',
  lostHint: 'Perdeu o celular ou a chave, ou trocou por outro? Comece aqui.',
  choose: 'Como você quer confirmar que é você?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Esta parte da página não está funcionando. Por favor, avise os responsáveis por {service}.',
};
