import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: '新增這部裝置',
      text: '瀏覽器會要求您使用指紋、臉部或螢幕鎖定。這些資訊只會留在您的裝置上，我們絕對不會看到。',
      exists: '這部裝置已經設定過了。',
    },
    'security-key': {
      title: '新增安全金鑰',
      text: '瀏覽器會要求您插入或輕觸安全金鑰。',
      exists: '這個安全金鑰已經設定過了。',
    },
  },
  wholeSignIn: '用它登入不需要密碼，也不需要驗證碼。它不會取代您的 App。',
  existsText: '您不需要再新增一次。',
  useApp: '改用 App',
  back: '返回',
  working: '請稍候…',
  prompting: '請按照瀏覽器的指示操作…',
  name: '名稱',
  names: { passkey: '通行密鑰', 'security-key': '安全金鑰' },
  nameHint: '方便您以後把它和其他的分辨開來。',
  added: '已新增。',
  addedAs: '已新增：{name}。',
  submit: '繼續',
  keepName: '保留這個名稱',
  proved: '謝謝。現在請再次選擇「{button}」。',
  notFinished: '沒有完成。沒有任何變更。等您準備好了，請再試一次。',
  unsure: '我們還不知道是否已新增。',
  tryAgain: '請再試一次：如果已經新增，瀏覽器會告訴您。',
  obstacles: {
    browser: '這個瀏覽器無法做到。請換一個瀏覽器或裝置。',
    device: '這部裝置沒有瀏覽器可以使用的指紋、臉部或螢幕鎖定。',
    frame: '這個頁面嵌在另一個頁面裡，而那個頁面不允許瀏覽器向您提出要求。',
  },
  openPage: '單獨開啟這個頁面',
  signInTitle: '請重新登入',
};
