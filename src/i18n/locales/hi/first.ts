import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: '{service} में साइन इन',
  whoAs: '{service} में {account} के रूप में साइन इन',
  loading: 'एक पल रुकें…',
  checking: 'जाँच हो रही है…',
  notLoaded: 'गड़बड़ी: इस पेज का एक हिस्सा लोड नहीं हुआ। फिर से कोशिश करें।',
  tryAgain: 'फिर से कोशिश करें',
  cancel: 'रद्द करें',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'अपने ऐप का कोड डालें',
  text: 'अपना ऑथेंटिकेटर ऐप खोलें और {service} के लिए 6 अंकों का कोड डालें।',
  label: 'ऐप कोड',
  submit: 'आगे बढ़ें',
  trust: {
    one: 'इस डिवाइस पर {count} दिन तक न पूछें।',
    other: 'इस डिवाइस पर {count} दिन तक न पूछें।',
  },
  trustHint: 'सिर्फ़ अपने खुद के डिवाइस पर ही यह निशान लगाएँ।',
  usePasskey: 'अपनी पासकी इस्तेमाल करें',
  useApp: 'अपने ऐप का कोड इस्तेमाल करें',
  send: 'मुझे कोड भेजें',
  sendTo: '{address} पर कोड भेजें',
  another: 'कोई दूसरा तरीका इस्तेमाल करें',
  lost: 'पुष्टि का दूसरा साधन खो गया',
  lostHint: 'फ़ोन या सुरक्षा कुंजी खो गई है या नई ली है? यहाँ से शुरू करें।',
  choose: 'आप कैसे पुष्टि करना चाहते हैं कि यह आप ही हैं?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'पेज का यह हिस्सा काम नहीं कर रहा है। कृपया {service} के लोगों को बताएँ।',
};
