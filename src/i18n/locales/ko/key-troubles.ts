import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: '이름을 입력하세요.',
  invalidName: '이름은 줄 바꿈 없이 64자까지 입력하세요.',
  impossible: {
    passkey: '이 기기는 여기에서 추가할 수 없습니다. 다른 기기나 다른 브라우저를 사용해 보세요.',
    'security-key': '이 보안 키는 여기에서 추가할 수 없습니다. 다른 보안 키나 다른 브라우저를 사용해 보세요.',
  },
  notAdded: '추가되지 않았습니다. 다시 시도하세요.',
  refused: {
    passkey: '이 기기는 받아들여지지 않았습니다. 아무것도 바뀌지 않았습니다. 다시 시도하세요.',
    'security-key': '이 보안 키는 받아들여지지 않았습니다. 아무것도 바뀌지 않았습니다. 다시 시도하세요.',
  },
  superseded:
    '시간이 너무 오래 걸렸거나 다른 페이지에서 먼저 처리되었습니다. 아무것도 바뀌지 않았습니다. 다시 시도하세요.',
  tooMany: '시도한 횟수가 너무 많습니다. 잠시 기다렸다가 다시 시도하세요.',
  tooManyUntil: '시도한 횟수가 너무 많습니다. {time}부터 다시 시도할 수 있습니다.',
  offline: '인터넷에 연결되어 있지 않습니다. 아무것도 바뀌지 않았습니다.',
  lost: '연결이 끊겨 처리되었는지 알 수 없습니다. 잠시 후 다시 시도하세요.',
  notAllowed: '지금 여기에서는 할 수 없습니다.',
};
