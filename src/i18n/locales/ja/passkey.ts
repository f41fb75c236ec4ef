import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'この端末を追加',
      text: 'ブラウザーが、指紋、顔、または画面ロックによる確認を求めます。その情報は端末の中だけに残り、サービス側が見ることはありません。',
      exists: 'この端末はすでに設定されています。',
    },
    'security-key': {
      title: 'セキュリティキーを追加',
      text: 'ブラウザーが、キーを差し込むかタッチするように求めます。',
      exists: 'このキーはすでに設定されています。',
    },
  },
  wholeSignIn: 'これを使うと、パスワードもコードもなしでログインできます。アプリの代わりになるものではありません。',
  existsText: 'もう一度追加する必要はありません。',
  useApp: '代わりにアプリを使う',
  back: '戻る',
  working: 'お待ちください…',
  prompting: 'ブラウザーの案内に従ってください…',
  name: '名前',
  names: { passkey: 'パスキー', 'security-key': 'セキュリティキー' },
  nameHint: 'あとでほかのものと見分けるための名前です。',
  added: '追加しました。',
  addedAs: '「{name}」を追加しました。',
  submit: '次へ',
  keepName: 'この名前のままにする',
  proved: '確認できました。「{button}」をもう一度選んでください。',
  notFinished: '完了しませんでした。何も変更されていません。準備ができたら、もう一度お試しください。',
  unsure: '追加されたかどうか、まだわかりません。',
  tryAgain: 'もう一度お試しください。すでに追加されていれば、ブラウザーがお知らせします。',
  obstacles: {
    browser: 'このブラウザーではできません。別のブラウザーか端末でお試しください。',
    device: 'この端末には、ブラウザーが使える指紋認証、顔認証、画面ロックがありません。',
    frame: 'このページは別のページの中に表示されていて、そのページがブラウザーによる確認を許可していません。',
  },
  openPage: 'このページだけを開く',
  signInTitle: 'もう一度ログインしてください',
};
