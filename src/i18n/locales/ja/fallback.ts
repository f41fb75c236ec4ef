import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'アプリのコード、またはバックアップコードを一つ入力してください。',
    'two-codes': 'コードは一つだけ入力してください。',
    'wrong-code': 'このコードは使えませんでした。確かめてから、もう一度お試しください。',
    'used-code': 'このコードは使用済みです。次のコードを使ってください。',
    'too-many-attempts': '試した回数が多すぎます。しばらく待ってから、もう一度お試しください。',
    'challenge-over': '安全のため、この手続きは終了しました。もう一度ログインしてください。',
    'not-allowed': 'このコードはここでは使えません。',
    server: '問題が起きました。少し待ってから、もう一度お試しください。',
  },
};
