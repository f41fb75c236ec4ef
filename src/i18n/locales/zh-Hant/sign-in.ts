import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: '輸入備用驗證碼',
  text: '請使用清單上任何一組還沒用過的驗證碼。每組只能用一次。',
  label: '備用驗證碼',
  hint: '格式是 {shape}。大寫小寫、有沒有短橫線都可以。',
  hintExact: '格式是 {shape}。請區分大小寫。',
  hintOpaque: '請完全按照清單上的樣子輸入。',
  youAreOn: '您正在瀏覽 {domain}。',
  where: '我的驗證碼在哪裡？',
  whereText:
    '請找一張名為「{service} 備用驗證碼」的紙或同名的檔案。很多人把它存在密碼管理工具裡，或和重要文件放在一起。',
  whereTextMade:
    '請找一張名為「{service} 備用驗證碼」的紙或同名的檔案，產生日期是 {date}。很多人把它存在密碼管理工具裡，或和重要文件放在一起。',
  hide: '隱藏驗證碼',
  show: '顯示驗證碼',
  submit: '使用這組驗證碼',
  useAsAppCode: '當作 App 驗證碼使用',
  cantFind: '我找不到我的驗證碼',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: '我們幫您重新登入',
  text: '請由上往下，選擇第一個您能用的。',
  textAssumed: '請由上往下，選擇第一個您設定過的。',
  codes: '備用驗證碼',
  codesLine: '您儲存或列印的清單上的驗證碼。',
  code: '我們傳送給您的驗證碼',
  codeTo: '傳送到 {address} 的驗證碼',
  linked: '用 {name} 登入',
  linkedLine: '之後您要設定新的兩步驟驗證工具。',
  from: '{line}（由 {service} 提供）',
  none: '都不能用',
  noneLine: '聯絡我們的客服團隊。這需要較長時間。',
  found: '我找到了，返回',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    other: '這組備用驗證碼已經用掉了。您還剩 {count} 組。',
  },
  usedLow: {
    other: '這組備用驗證碼已經用掉了。您只剩 {count} 組了。',
  },
  usedLast: '這組備用驗證碼已經用掉了。這是您的最後一組。',
  usedUncounted: '這組備用驗證碼已經用掉了。請在清單上把它劃掉。',
  helpTitle: '聯絡我們的客服團隊',
  helpText: '如果其他方式都不行，會有專人核對您的身分，幫您重新登入。',
};
