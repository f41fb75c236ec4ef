import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'הקלידו את הקוד מהאפליקציה, או אחד מקודי הגיבוי שלכם.',
    'two-codes': 'הקלידו קוד אחד בלבד.',
    'wrong-code': 'הקוד הזה לא עבד. בדקו אותו ונסו שוב.',
    'used-code': 'כבר נעשה שימוש בקוד הזה. השתמשו בקוד הבא.',
    'too-many-attempts': 'יותר מדי ניסיונות. המתינו זמן מה ונסו שוב.',
    'challenge-over': 'מטעמי אבטחה, השלב הזה הסתיים. היכנסו שוב.',
    'not-allowed': 'אי אפשר להשתמש בקוד הזה כאן.',
    server: 'משהו השתבש. נסו שוב בעוד רגע.',
  },
};
