import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: '綁定您的 App',

  readyText: '您的手機上需要有驗證器 App。哪一款都可以。',
  replacing: {
    atomic: '新 App 綁定好之前，舊 App 都可以使用。',
    gap: '從舊 App 換到新 App 的過程中，只有備用驗證碼有效。',
    'all-off': '在您完成之前，兩步驟驗證和所有備用驗證碼都會停用。',
  },
  start: '設定 App',
  understand: '我了解，繼續',
  working: '請稍候…',
  proved: '謝謝。現在請再次選擇「{button}」。',
  cancelled: {
    none: '沒有綁定 App。沒有任何變更。',
    atomic: '沒有綁定新 App。您的舊 App 仍然可以使用。',
    gap: '沒有綁定 App。您的舊 App 可能無法再使用：請設定 App，或把備用驗證碼放在手邊。',
    'all-off': '沒有綁定 App。在您設定 App 之前，兩步驟驗證都處於停用狀態。',
  },

  open: '請在手機上開啟或安裝驗證器 App。',
  scan: '請在 App 裡選擇「新增」，掃描這張圖片。',
  addHere: '請把這個帳號加到這支手機上的驗證器 App。',
  openInApp: '在我的 App 開啟',
  notOpened: '沒有開啟？請複製設定金鑰，貼到您的 App 裡。',
  picture: '用驗證器 App 掃描的圖片。如果無法掃描，請使用設定金鑰。',
  noPicture: '圖片無法載入。請改用設定金鑰，或再試一次。',
  cantScan: '無法掃描？',
  otherPhone: '用另一支手機掃描',
  key: '設定金鑰',
  copyKey: '複製設定金鑰',
  copied: '已複製。請貼到您的 App 裡。',
  copyBlocked: '瀏覽器不允許我們複製。請把設定金鑰手動輸入到您的 App 裡。',
  settings: '類型：根據時間，{digits} 位數，{period} 秒',
  settingsAlgorithm: '類型：根據時間，{digits} 位數，{period} 秒，{algorithm}',
  typeIt: '請輸入 App 顯示的驗證碼。',
  lastStep: '最後一步：請輸入 App 顯示的驗證碼。輸入後，所有設定都會啟用。',
  away: '您離開時，我們清除了圖片和設定金鑰。如果 App 裡已經加好了，請輸入它顯示的驗證碼。如果沒有，請重新開始。',
  label: 'App 驗證碼',
  goOn: '繼續',
  checking: '正在檢查…',
  back: '返回',
  cancel: '取消',
  restart: '重新開始',

  empty: '請輸入 App 顯示的驗證碼。',
  incomplete: {
    other: '驗證碼好像沒有輸入完整。驗證碼有 {count} 位數。',
  },
  wrong: '這組驗證碼未通過驗證。請等下一組出現，再輸入新的。',
  used: '這組驗證碼已經用過。請等下一組出現，再輸入新的。',
  wrongClock: '這組驗證碼未通過驗證。請等下一組出現，再輸入新的。請檢查手機是否自動設定時間。',
  notArrived: '您的 App 還沒有綁定。請輸入它現在顯示的驗證碼。',
  offline: '您目前沒有連上網路。驗證碼沒有送出。',
  offlineBefore: '您目前沒有連上網路。沒有任何變更。',
  lostStart: {
    atomic: '連線已中斷，您的 App 還沒有綁定。請再試一次。',
    gap: '連線已中斷，我們無法確定舊 App 是否仍然可以使用。請再試一次。',
    'all-off': '連線已中斷，我們無法確定兩步驟驗證是否仍然啟用。請再試一次。',
  },
  lostCode: '我們還不知道您的 App 是否已綁定。請輸入它現在顯示的驗證碼。',
  unusable: '我們無法顯示可以安全掃描的圖片。請通知 {service} 的工作人員。',
  notAllowed: '現在無法在這裡進行這項操作。',

  unsure: '我們還不知道您的 App 是否已綁定。',
  checkAgain: '再次檢查',

  overTitle: '請重新開始這個步驟',
  over: '這次設定等待時間過長，或已被另一次設定取代。如果 App 裡多了新項目，請在 App 裡把它刪除。',

  doneTitle: '您的 App 已綁定',
  done: '從現在起，用它的驗證碼就能確認是您本人。',
  oldGone: '您的舊 App 無法再使用。請在舊 App 裡刪除對應的項目。',
  codesOn: {
    other: '{count} 組備用驗證碼已啟用',
  },
};
