import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': '앱에 표시된 코드나 백업 코드 하나를 입력하세요.',
    'two-codes': '코드를 하나만 입력하세요.',
    'wrong-code': '이 코드로는 확인되지 않았습니다. 코드를 확인하고 다시 시도하세요.',
    'used-code': '전에 사용한 코드입니다. 다음 코드를 사용하세요.',
    'too-many-attempts': '시도한 횟수가 너무 많습니다. 얼마 동안 기다렸다가 다시 시도하세요.',
    'challenge-over': '안전을 위해 이 단계가 종료되었습니다. 다시 로그인하세요.',
    'not-allowed': '여기에서는 이 코드를 사용할 수 없습니다.',
    server: '문제가 발생했습니다. 잠시 후 다시 시도하세요.',
  },
};
