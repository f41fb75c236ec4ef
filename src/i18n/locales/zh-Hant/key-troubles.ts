import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: '請輸入名稱。',
  invalidName: '名稱最多 64 個字元，而且不能換行。',
  impossible: {
    passkey: '這部裝置無法在這裡新增。請換一部裝置或瀏覽器。',
    'security-key': '這個安全金鑰無法在這裡新增。請換一個安全金鑰或瀏覽器。',
  },
  notAdded: '沒有新增成功。請再試一次。',
  refused: {
    passkey: '那部裝置未被接受。沒有任何變更。請再試一次。',
    'security-key': '那個安全金鑰未被接受。沒有任何變更。請再試一次。',
  },
  superseded: '花了太長時間，或另一個頁面先完成了。沒有任何變更。請再試一次。',
  tooMany: '嘗試次數過多。請稍等一下再試。',
  tooManyUntil: '嘗試次數過多。{time} 起可以再試。',
  offline: '您目前沒有連上網路。沒有任何變更。',
  lost: '連線已中斷，我們無法確定是否成功。請稍後再試一次。',
  notAllowed: '現在無法在這裡進行這項操作。',
};
