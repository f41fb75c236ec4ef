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
  working: 'Bir dakika…',
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
    device: 'Bu cihazda tarayıcınızın kullanabileceği parmak izi, yüz veya ekran kilidi yok.',
    frame: 'Bu sayfa başka bir sayfanın içinde duruyor ve o sayfa tarayıcınızın size sormasına izin vermiyor.',
  },
  openPage: 'Bu sayfayı ayrı aç',
  signInTitle: 'Lütfen yeniden giriş yapın',

  noName: 'Bir ad yazın.',
  invalidName: 'En fazla 64 karakterlik, tek satırlık bir ad kullanın.',
  impossible: {
    passkey: 'Bu cihaz burada eklenemiyor. Başka bir cihaz veya başka bir tarayıcı deneyin.',
    'security-key': 'Bu anahtar burada eklenemiyor. Başka bir anahtar veya başka bir tarayıcı deneyin.',
  },
  notAdded: 'Hiçbir şey eklenmedi. Yeniden deneyin.',
  refused: {
    passkey: 'Bu cihaz kabul edilmedi. Hiçbir şey değiştirilmedi. Yeniden deneyin.',
    'security-key': 'Bu anahtar kabul edilmedi. Hiçbir şey değiştirilmedi. Yeniden deneyin.',
  },
  superseded: 'Bu çok uzun sürdü ya da başka bir sayfa daha hızlıydı. Hiçbir şey değiştirilmedi. Yeniden deneyin.',
  tooMany: 'Çok fazla deneme yapıldı. Biraz bekleyin, sonra yeniden deneyin.',
  tooManyUntil: 'Çok fazla deneme yapıldı. Saat {time} itibarıyla yeniden deneyebilirsiniz.',
  offline: 'İnternet bağlantınız yok. Hiçbir şey değiştirilmedi.',
  lost: 'Bağlantı koptu ve işlemin tamamlanıp tamamlanmadığını bilmiyoruz. Biraz sonra yeniden deneyin.',
  notAllowed: 'Bu, şu anda burada yapılamıyor.',
};
