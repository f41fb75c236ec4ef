import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: '이 기기 추가',
      text: '브라우저가 지문, 얼굴 또는 화면 잠금을 요청합니다. 이 정보는 기기에만 남으며 저희는 절대 볼 수 없습니다.',
      exists: '이 기기는 이미 설정되어 있습니다.',
    },
    'security-key': {
      title: '보안 키 추가',
      text: '브라우저가 보안 키를 꽂거나 대라고 요청합니다.',
      exists: '이 보안 키는 이미 설정되어 있습니다.',
    },
  },
  wholeSignIn: '이것으로 비밀번호와 코드 없이 로그인할 수 있습니다. 앱을 대신하는 것은 아닙니다.',
  existsText: '다시 추가하지 않아도 됩니다.',
  useApp: '대신 앱 사용',
  back: '뒤로',
  working: '잠시만 기다려 주세요…',
  prompting: '브라우저의 안내를 따르세요…',
  name: '이름',
  names: { passkey: '패스키', 'security-key': '보안 키' },
  nameHint: '나중에 다른 것과 구분하기 위한 이름입니다.',
  added: '추가했습니다.',
  addedAs: '추가했습니다: {name}',
  submit: '계속',
  keepName: '이 이름 그대로 사용',
  proved: '감사합니다. 이제 ‘{button}’ 버튼을 다시 누르세요.',
  notFinished: '완료되지 않았습니다. 아무것도 바뀌지 않았습니다. 준비되면 다시 시도하세요.',
  unsure: '추가되었는지 아직 알 수 없습니다.',
  tryAgain: '다시 시도하세요. 이미 추가되었다면 브라우저가 알려 드립니다.',
  obstacles: {
    browser: '이 브라우저에서는 할 수 없습니다. 다른 브라우저나 기기를 사용해 보세요.',
    device: '이 기기에는 브라우저에서 사용할 수 있는 지문, 얼굴, 화면 잠금이 없습니다.',
    frame: '이 페이지는 다른 페이지 안에 열려 있고, 그 페이지가 브라우저의 요청을 허용하지 않습니다.',
  },
  openPage: '이 페이지만 따로 열기',
  signInTitle: '다시 로그인하세요',
};
