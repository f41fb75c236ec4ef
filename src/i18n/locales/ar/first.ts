import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'تسجيل الدخول إلى {service}',
  whoAs: 'تسجيل الدخول إلى {service} بالحساب {account}',
  loading: 'لحظة من فضلك…',
  checking: 'جارٍ التحقق…',
  notLoaded: 'خطأ: لم يُحمَّل جزء من هذه الصفحة. حاول مرة أخرى.',
  tryAgain: 'المحاولة مرة أخرى',
  cancel: 'إلغاء',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'إدخال الرمز من تطبيقك',
  text: 'افتح تطبيق المصادقة وأدخل الرمز المكوَّن من 6 أرقام الخاص بخدمة {service}.',
  label: 'رمز التطبيق',
  submit: 'متابعة',
  trust: {
    one: 'عدم السؤال على هذا الجهاز لمدة يوم واحد.',
    two: 'عدم السؤال على هذا الجهاز لمدة يومين.',
    few: 'عدم السؤال على هذا الجهاز لمدة {count} أيام.',
    many: 'عدم السؤال على هذا الجهاز لمدة {count} يومًا.',
    other: 'عدم السؤال على هذا الجهاز لمدة {count} يوم.',
  },
  trustHint: 'ضع العلامة هنا على جهازك الخاص فقط.',
  usePasskey: 'استخدام مفتاح المرور',
  useApp: 'استخدام رمز من تطبيقك',
  send: 'إرسال رمز إليّ',
  sendTo: 'إرسال رمز إلى {address}',
  another: 'استخدام طريقة أخرى',
  lost: 'فقدتُ وسيلة التحقق الثانية',
  lostHint: 'هل فقدت هاتفك أو مفتاح الأمان، أو لديك جهاز جديد؟ ابدأ من هنا.',
  choose: 'كيف تريد تأكيد هويتك؟',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'هذا الجزء من الصفحة لا يعمل. يُرجى إبلاغ القائمين على خدمة {service}.',
};
