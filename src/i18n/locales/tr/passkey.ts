import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Bu cihazı ekle',
      text: 'Tarayıcınız parmak izinizi, yüzünüzü veya ekran kilidinizi isteyecek. Bu bilgi cihazınızda kalır; biz asla görmeyiz.',
      exists: 'Bu cihaz zaten ayarlanmış.',
    },
    'security-key': {
      title: 'Güvenlik anahtarı ekle',
      text: 'Tarayıcınız anahtarınızı takmanızı veya dokundurmanızı isteyecek.',
      exists: 'Bu anahtar zaten ayarlanmış.',
    },
  },
  wholeSignIn: 'Bununla şifresiz ve kodsuz giriş yaparsınız. Uygulamanızın yerini almaz.',
  existsText: 'Yeniden eklemeniz gerekmez.',
  useApp: 'Bunun yerine uygulama kullan',
  back: 'Geri',
  working: 'Lütfen bekleyin…',
  prompting: 'Tarayıcınızdaki adımları izleyin…',
  name: 'Ad',
  names: { passkey: 'Geçiş anahtarı', 'security-key': 'Güvenlik anahtarı' },
  nameHint: 'Böylece onu sonra diğerlerinden ayırt edebilirsiniz.',
  added: 'Eklendi.',
  addedAs: 'Eklendi: {name}.',
  submit: 'Devam et',
  keepName: 'Bu ad kalsın',
  proved: 'Teşekkürler. Şimdi yeniden “{button}” seçeneğini seçin.',
  notFinished: 'İşlem yarım kaldı. Hiçbir şey değiştirilmedi. Hazır olduğunuzda yeniden deneyin.',
  unsure: 'Eklenip eklenmediğini henüz bilmiyoruz.',
  tryAgain: 'Yeniden deneyin: eklendiyse tarayıcınız bunu söyler.',
  obstacles: {
    browser: 'Bu tarayıcı bunu yapamıyor. Başka bir tarayıcı veya cihaz deneyin.',
    device: 'Bu cihazda tarayıcınızın kullanabileceği parmak izi okuyucu, yüz tanıma veya ekran kilidi yok.',
    frame: 'Bu sayfa başka bir sayfanın içinde duruyor ve o sayfa tarayıcınızın size sormasına izin vermiyor.',
  },
  openPage: 'Bu sayfayı ayrı olarak aç',
  signInTitle: 'Lütfen yeniden giriş yapın',
};
