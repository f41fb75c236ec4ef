import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'ورود به {service}',
  whoAs: 'ورود به {service} با حساب {account}',
  loading: 'یک لحظه…',
  checking: 'در حال بررسی…',
  notLoaded: 'خطا: بخشی از این صفحه بارگیری نشد. دوباره امتحان کنید.',
  tryAgain: 'دوباره امتحان کردن',
  cancel: 'لغو',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'وارد کردن کد از رمزساز',
  text: 'برنامهٔ رمزساز خود را باز کنید و کد ۶ رقمی مربوط به {service} را وارد کنید.',
  label: 'کد رمزساز',
  submit: 'ادامه',
  trust: {
    one: 'تا یک روز در این دستگاه پرسیده نشود.',
    other: 'تا {count} روز در این دستگاه پرسیده نشود.',
  },
  trustHint: 'فقط در دستگاه خودتان این را علامت بزنید.',
  usePasskey: 'استفاده از گذرکلید',
  useApp: 'استفاده از کد رمزساز',
  send: 'فرستادن کد برای من',
  sendTo: 'فرستادن کد به {address}',
  another: 'استفاده از روشی دیگر',
  lost: 'وسیلهٔ تأیید دوم را گم کرده‌ام',
  lostHint: 'گوشی یا کلید امنیتی‌تان گم شده یا عوض شده است؟ از اینجا شروع کنید.',
  choose: 'چطور می‌خواهید تأیید کنید که خودتان هستید؟',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'این بخش از صفحه کار نمی‌کند. لطفاً به مسئولان {service} خبر بدهید.',
};
