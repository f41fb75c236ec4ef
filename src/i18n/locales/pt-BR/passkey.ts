import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Adicionar este dispositivo',
      text: 'Seu navegador vai pedir sua impressão digital, seu rosto ou o bloqueio de tela. Isso fica no seu dispositivo; nós nunca vemos.',
      exists: 'Este dispositivo já está configurado.',
    },
    'security-key': {
      title: 'Adicionar uma chave de segurança',
      text: 'Seu navegador vai pedir que você conecte ou toque sua chave.',
      exists: 'Esta chave já está configurada.',
    },
  },
  wholeSignIn: 'Com isto você entra sem senha e sem código. Isto não substitui seu app.',
  existsText: 'Não é preciso adicionar de novo.',
  useApp: 'Usar um app em vez disso',
  back: 'Voltar',
  working: 'Um momento…',
  prompting: 'Siga as instruções do navegador…',
  name: 'Nome',
  names: { passkey: 'Chave de acesso', 'security-key': 'Chave de segurança' },
  nameHint: 'Para você distinguir das outras mais tarde.',
  added: 'Adição concluída.',
  addedAs: 'Adição concluída: {name}.',
  submit: 'Continuar',
  keepName: 'Manter este nome',
  proved: 'Confirmado. Agora escolha “{button}” de novo.',
  notFinished: 'Isso não foi concluído. Nada foi alterado. Tente de novo quando quiser.',
  unsure: 'Ainda não sabemos se a adição deu certo.',
  tryAgain: 'Tente de novo: se a adição deu certo, seu navegador avisa.',
  obstacles: {
    browser: 'Este navegador não consegue fazer isso. Tente com outro navegador ou outro dispositivo.',
    device:
      'Este dispositivo não tem impressão digital, reconhecimento de rosto nem bloqueio de tela que seu navegador possa usar.',
    frame: 'Esta página está dentro de outra, e essa outra não deixa seu navegador perguntar a você.',
  },
  openPage: 'Abrir esta página separadamente',
  signInTitle: 'Entre de novo, por favor',
};
