import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: '正在登入 {service}',
  whoAs: '正在以 {account} 登入 {service}',
  loading: '請稍候…',
  checking: '正在檢查…',
  notLoaded: '錯誤：這個頁面有一部分無法載入。請再試一次。',
  tryAgain: '再試一次',
  cancel: '取消',
};

export const challenge: WordsOf<'challenge'> = {
  title: '輸入 App 裡的驗證碼',
  text: '請開啟驗證器 App，輸入 {service} 的 6 位數驗證碼。',
  label: 'App 驗證碼',
  submit: '繼續',
  trust: {
    other: '{count} 天內在這部裝置上不再詢問。',
  },
  trustHint: '請只在自己的裝置上勾選。',
  usePasskey: '使用通行密鑰',
  useApp: '使用 App 裡的驗證碼',
  send: '傳送驗證碼給我',
  sendTo: '傳送驗證碼到 {address}',
  another: '使用其他方式',
  lost: '我遺失了兩步驟驗證工具',
  lostHint: '手機或安全金鑰遺失，或換了新的？請從這裡開始。',
  choose: '您想用哪種方式確認是您本人？',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: '頁面的這個部分無法使用。請通知 {service} 的工作人員。',
};
