import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: '{service} 로그인',
  whoAs: '{service} 로그인 ({account})',
  loading: '잠시만 기다려 주세요…',
  checking: '확인하고 있습니다…',
  notLoaded: '오류: 이 페이지의 일부를 불러오지 못했습니다. 다시 시도하세요.',
  tryAgain: '다시 시도',
  cancel: '취소',
};

export const challenge: WordsOf<'challenge'> = {
  title: '앱에 표시된 코드 입력',
  text: '인증 앱을 열고 {service}의 6자리 코드를 입력하세요.',
  label: '앱 코드',
  submit: '계속',
  trust: {
    other: '이 기기에서 {count}일 동안 묻지 않기',
  },
  trustHint: '본인의 기기에서만 선택하세요.',
  usePasskey: '패스키 사용',
  useApp: '앱 코드 사용',
  send: '코드 받기',
  sendTo: '코드 받기: {address}',
  another: '다른 방법 사용',
  lost: '추가 인증 수단을 잃어버렸습니다',
  lostHint: '휴대폰이나 보안 키를 잃어버렸거나 새로 바꾸셨나요? 여기에서 시작하세요.',
  choose: '어떤 방법으로 본인 확인을 하시겠습니까?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: '페이지의 이 부분이 작동하지 않습니다. {service} 담당자에게 알려 주세요.',
};
