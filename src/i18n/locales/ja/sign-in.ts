import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'バックアップコードを入力',
  text: '一覧の中から、まだ使っていないコードを一つ選んでください。各コードは一度だけ使えます。',
  label: 'バックアップコード',
  hint: '{shape}の形です。大文字でも小文字でも、ハイフンがあってもなくてもかまいません。',
  hintExact: '{shape}の形です。大文字と小文字は区別されます。',
  hintOpaque: '一覧に書かれているとおりに入力してください。',
  youAreOn: '今開いているサイト：{domain}',
  where: 'コードはどこにありますか？',
  whereText:
    '「{service}のバックアップコード」という紙またはファイルを探してください。パスワードマネージャーや、大切な書類と一緒に保管している方が多くいます。',
  whereTextMade:
    '「{service}のバックアップコード」という紙またはファイル（作成日：{date}）を探してください。パスワードマネージャーや、大切な書類と一緒に保管している方が多くいます。',
  hide: 'コードを隠す',
  show: 'コードを表示',
  submit: 'このコードを使う',
  useAsAppCode: 'アプリのコードとして使う',
  cantFind: 'コードが見つかりません',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'もう一度ログインできるようにしましょう',
  text: '上から順に見て、最初に使えるものを選んでください。',
  textAssumed: '上から順に見て、最初に設定済みのものを選んでください。',
  codes: 'バックアップコード',
  codesLine: '保存または印刷した一覧にあるコード。',
  code: 'お送りするコード',
  codeTo: '{address}に届くコード',
  linked: '{name}でログイン',
  linkedLine: 'そのあと、新しい二段階認証の手段を設定します。',
  from: '{line}（提供：{service}）',
  none: 'どれも使えない',
  noneLine: 'サポート窓口に依頼します。ほかの方法より時間がかかります。',
  found: '見つかったので戻る',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    other: 'このバックアップコードは使用済みになりました。残りは{count}個です。',
  },
  usedLow: {
    other: 'このバックアップコードは使用済みになりました。残りは{count}個だけです。',
  },
  usedLast: 'このバックアップコードは使用済みになりました。これが最後のコードでした。',
  usedUncounted: 'このバックアップコードは使用済みになりました。一覧で線を引いて消してください。',
  helpTitle: 'サポート窓口に依頼する',
  helpText: 'ほかに方法がないときは、担当者がご本人であることを確かめ、もう一度ログインできるようお手伝いします。',
};
