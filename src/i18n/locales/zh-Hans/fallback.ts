import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': '请输入应用中的验证码，或一个备用验证码。',
    'two-codes': '请只输入一个验证码。',
    'wrong-code': '此验证码未通过验证。请核对后重试。',
    'used-code': '此验证码以前用过。请使用下一个。',
    'too-many-attempts': '尝试次数过多。请等一段时间再试。',
    'challenge-over': '为了您的安全，这一步骤已结束。请重新登录。',
    'not-allowed': '此验证码不能在这里使用。',
    server: '出了点问题。请稍后重试。',
  },
};
