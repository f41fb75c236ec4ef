import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: '请输入名称。',
  invalidName: '名称最多 64 个字符，且不能换行。',
  impossible: {
    passkey: '此设备无法在这里添加。请换一个设备或浏览器。',
    'security-key': '此安全密钥无法在这里添加。请换一个安全密钥或浏览器。',
  },
  notAdded: '没有添加成功。请重试。',
  refused: {
    passkey: '该设备未被接受。没有任何更改。请重试。',
    'security-key': '该安全密钥未被接受。没有任何更改。请重试。',
  },
  superseded: '用时过长，或另一个页面抢先完成了。没有任何更改。请重试。',
  tooMany: '尝试次数过多。请稍等片刻再试。',
  tooManyUntil: '尝试次数过多。{time} 起可以重试。',
  offline: '您当前没有连接网络。没有任何更改。',
  lost: '连接已中断，我们无法确定是否成功。请稍后重试。',
  notAllowed: '现在无法在此进行这项操作。',
};
