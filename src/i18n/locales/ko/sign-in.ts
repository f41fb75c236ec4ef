import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: '백업 코드 입력',
  text: '목록에서 아직 사용하지 않은 코드 하나를 고르세요. 각 코드는 한 번만 사용할 수 있습니다.',
  label: '백업 코드',
  hint: '{shape} 형식입니다. 대문자든 소문자든, 하이픈이 있든 없든 괜찮습니다.',
  hintExact: '{shape} 형식입니다. 대문자와 소문자를 구분합니다.',
  hintOpaque: '목록에 있는 그대로 입력하세요.',
  youAreOn: '현재 사이트: {domain}',
  where: '내 코드는 어디에 있나요?',
  whereText:
    '‘{service} 백업 코드’라는 이름의 종이나 파일을 찾아보세요. 비밀번호 관리 앱에 저장하거나 중요한 서류와 함께 두는 분이 많습니다.',
  whereTextMade:
    '‘{service} 백업 코드’라는 이름의 종이나 파일(만든 날짜: {date})을 찾아보세요. 비밀번호 관리 앱에 저장하거나 중요한 서류와 함께 두는 분이 많습니다.',
  hide: '코드 숨기기',
  show: '코드 보기',
  submit: '이 코드 사용',
  useAsAppCode: '앱 코드로 사용',
  cantFind: '코드를 찾을 수 없습니다',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: '다시 로그인하실 수 있게 도와드립니다',
  text: '위에서부터 살펴보고, 사용할 수 있는 첫 번째 방법을 선택하세요.',
  textAssumed: '위에서부터 살펴보고, 설정해 둔 첫 번째 방법을 선택하세요.',
  codes: '백업 코드',
  codesLine: '저장하거나 인쇄해 둔 목록에 있는 코드.',
  code: '보내 드리는 코드',
  codeTo: '코드 받기: {address}',
  linked: '{name} 계정으로 로그인',
  linkedLine: '그다음 새 추가 인증 수단을 설정합니다.',
  from: '{line} (제공: {service})',
  none: '해당하는 것이 없음',
  noneLine: '고객센터에 문의합니다. 시간이 더 걸립니다.',
  found: '찾았습니다. 뒤로 가기',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    other: '이 백업 코드는 이제 사용 완료되었습니다. {count}개 남았습니다.',
  },
  usedLow: {
    other: '이 백업 코드는 이제 사용 완료되었습니다. {count}개만 남았습니다.',
  },
  usedLast: '이 백업 코드는 이제 사용 완료되었습니다. 마지막 코드였습니다.',
  usedUncounted: '이 백업 코드는 이제 사용 완료되었습니다. 목록에서 줄을 그어 지우세요.',
  helpTitle: '고객센터에 문의',
  helpText: '다른 방법이 없으면 상담원이 본인인지 확인하고 다시 로그인할 수 있게 도와드립니다.',
};
