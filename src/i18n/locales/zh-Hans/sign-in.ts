import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: '输入备用验证码',
  text: '请使用清单上任何一个还没用过的验证码。每个验证码只能用一次。',
  label: '备用验证码',
  hint: '格式是 {shape}。大写小写、带不带短横线都可以。',
  hintExact: '格式是 {shape}。请区分大小写。',
  hintOpaque: '请完全按照清单上的样子输入。',
  youAreOn: '您正在访问 {domain}。',
  where: '我的验证码在哪里？',
  whereText: '请找一张名为“{service} 备用验证码”的纸或一个同名文件。很多人把它存在密码管理器里，或和重要文件放在一起。',
  whereTextMade:
    '请找一张名为“{service} 备用验证码”的纸或一个同名文件，生成日期是 {date}。很多人把它存在密码管理器里，或和重要文件放在一起。',
  hide: '隐藏验证码',
  show: '显示验证码',
  submit: '使用此验证码',
  useAsAppCode: '作为应用验证码使用',
  cantFind: '我找不到我的验证码',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: '我们帮您重新登录',
  text: '请从上往下，选择第一个您能用的。',
  textAssumed: '请从上往下，选择第一个您设置过的。',
  codes: '备用验证码',
  codesLine: '您保存或打印的清单上的验证码。',
  code: '我们发送给您的验证码',
  codeTo: '发送至 {address} 的验证码',
  linked: '用 {name} 登录',
  linkedLine: '之后您要设置新的两步验证工具。',
  from: '{line}（由 {service} 提供）',
  none: '都不能用',
  noneLine: '联系我们的客服团队。这需要更长时间。',
  found: '我找到了，返回',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    other: '这个备用验证码已经用掉了。您还剩 {count} 个。',
  },
  usedLow: {
    other: '这个备用验证码已经用掉了。您只剩 {count} 个了。',
  },
  usedLast: '这个备用验证码已经用掉了。这是您的最后一个。',
  usedUncounted: '这个备用验证码已经用掉了。请在清单上把它划掉。',
  helpTitle: '联系我们的客服团队',
  helpText: '如果其他方式都不行，会有工作人员核实您的身份，帮您重新登录。',
};
