import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': '請輸入 App 裡的驗證碼，或一組備用驗證碼。',
    'two-codes': '請只輸入一組驗證碼。',
    'wrong-code': '這組驗證碼未通過驗證。請核對後再試一次。',
    'used-code': '這組驗證碼以前用過。請使用下一組。',
    'too-many-attempts': '嘗試次數過多。請等一段時間再試。',
    'challenge-over': '為了您的安全，這個步驟已結束。請重新登入。',
    'not-allowed': '這組驗證碼不能在這裡使用。',
    server: '出了點問題。請稍後再試一次。',
  },
};
