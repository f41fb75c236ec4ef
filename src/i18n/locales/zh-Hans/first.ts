import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: '正在登录 {service}',
  whoAs: '正在以 {account} 登录 {service}',
  loading: '请稍候…',
  checking: '正在检查…',
  notLoaded: '错误：此页面有一部分未能加载。请重试。',
  tryAgain: '重试',
  cancel: '取消',
};

export const challenge: WordsOf<'challenge'> = {
  title: '输入应用中的验证码',
  text: '请打开身份验证器应用，输入 {service} 的 6 位验证码。',
  label: '应用验证码',
  submit: '继续',
  trust: {
    other: '{count} 天内在此设备上不再询问。',
  },
  trustHint: '请只在自己的设备上勾选。',
  usePasskey: '使用通行密钥',
  useApp: '使用应用中的验证码',
  send: '向我发送验证码',
  sendTo: '发送验证码至 {address}',
  another: '使用其他方式',
  lost: '我丢失了两步验证工具',
  lostHint: '手机或安全密钥丢了，或换了新的？请从这里开始。',
  choose: '您想用哪种方式确认是您本人？',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: '页面的这一部分无法使用。请告知 {service} 的工作人员。',
};
