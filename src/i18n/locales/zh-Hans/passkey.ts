import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: '添加此设备',
      text: '浏览器会要求您使用指纹、人脸或屏幕锁定。这些信息只留在您的设备上，我们绝不会看到。',
      exists: '此设备已设置过。',
    },
    'security-key': {
      title: '添加安全密钥',
      text: '浏览器会要求您插入或轻触安全密钥。',
      exists: '此安全密钥已设置过。',
    },
  },
  wholeSignIn: '用它登录不需要密码，也不需要验证码。它不会取代您的应用。',
  existsText: '您不需要再次添加。',
  useApp: '改用应用',
  back: '返回',
  working: '请稍候…',
  prompting: '请按浏览器的提示操作…',
  name: '名称',
  names: { passkey: '通行密钥', 'security-key': '安全密钥' },
  nameHint: '方便您以后把它和其他的区分开。',
  added: '已添加。',
  addedAs: '已添加：{name}。',
  submit: '继续',
  keepName: '保留此名称',
  proved: '谢谢。现在请再次选择“{button}”。',
  notFinished: '没有完成。没有任何更改。等您准备好了，请重试。',
  unsure: '我们还不知道是否已添加。',
  tryAgain: '请重试：如果已经添加，浏览器会告诉您。',
  obstacles: {
    browser: '此浏览器做不到。请换一个浏览器或设备。',
    device: '此设备没有浏览器可以使用的指纹、人脸或屏幕锁定。',
    frame: '此页面嵌在另一个页面里，而那个页面不允许浏览器向您提出请求。',
  },
  openPage: '单独打开此页面',
  signInTitle: '请重新登录',
};
