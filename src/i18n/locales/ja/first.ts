import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: '{service}へのログイン',
  whoAs: '{service}へのログイン（{account}）',
  loading: 'お待ちください…',
  checking: '確認しています…',
  notLoaded: 'エラー：このページの一部を読み込めませんでした。もう一度お試しください。',
  tryAgain: 'もう一度試す',
  cancel: 'キャンセル',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'アプリのコードを入力',
  text: '認証アプリを開き、{service}の6桁のコードを入力してください。',
  label: 'アプリのコード',
  submit: '次へ',
  trust: {
    other: 'この端末では{count}日間、確認を求めない。',
  },
  trustHint: 'ご自分の端末でだけチェックを入れてください。',
  usePasskey: 'パスキーを使う',
  useApp: 'アプリのコードを使う',
  send: 'コードを受け取る',
  sendTo: '{address}にコードを送る',
  another: '別の方法を使う',
  lost: '二段階認証の手段をなくしました',
  lostHint: 'スマートフォンやセキュリティキーをなくした方、新しくした方はこちらへ。',
  choose: 'どの方法で本人確認をしますか？',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'ページのこの部分が動作していません。{service}の担当者にお知らせください。',
};
