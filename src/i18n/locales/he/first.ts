import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'כניסה אל {service}',
  whoAs: 'כניסה אל {service} בתור {account}',
  loading: 'רק רגע…',
  checking: 'בודקים…',
  notLoaded: 'שגיאה: חלק מהדף הזה לא נטען. נסו שוב.',
  tryAgain: 'לנסות שוב',
  cancel: 'ביטול',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'הקלדת הקוד מהאפליקציה',
  text: 'פתחו את אפליקציית האימות והקלידו את הקוד בן 6 הספרות עבור {service}.',
  label: 'קוד מהאפליקציה',
  submit: 'המשך',
  trust: {
    one: 'לא לשאול במכשיר הזה במשך יום אחד.',
    two: 'לא לשאול במכשיר הזה במשך יומיים.',
    other: 'לא לשאול במכשיר הזה במשך {count} ימים.',
  },
  trustHint: 'סמנו רק במכשיר ששייך לכם.',
  usePasskey: 'שימוש במפתח הגישה',
  useApp: 'שימוש בקוד מהאפליקציה',
  send: 'לשלוח אליי קוד',
  sendTo: 'שליחת קוד אל {address}',
  another: 'שימוש בדרך אחרת',
  lost: 'איבדתי את אמצעי האימות השני',
  lostHint: 'הטלפון או מפתח האבטחה אבדו, או שיש לכם חדשים? התחילו כאן.',
  choose: 'איך תרצו לאשר שזה אתם?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'החלק הזה של הדף לא פועל. אנא הודיעו לצוות של {service}.',
};
