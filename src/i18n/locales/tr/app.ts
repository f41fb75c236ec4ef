import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Uygulamanızı bağlayın',

  readyText: 'Telefonunuzda bir doğrulama uygulaması gerekiyor. Herhangi biri olur.',
  replacing: {
    atomic: 'Yeni uygulama çalışana kadar eski uygulamanız çalışır.',
    gap: 'Bu arada yalnızca yedek kodlarınız geçerlidir.',
    'all-off': 'Bu, siz bitirene kadar ikinci faktörünüzü ve tüm yedek kodlarınızı devre dışı bırakır.',
  },
  start: 'Uygulamayı ayarla',
  understand: 'Anladım, devam et',
  working: 'Lütfen bekleyin…',
  proved: 'Teşekkürler. Şimdi yeniden “{button}” seçeneğini seçin.',
  cancelled: {
    none: 'Hiçbir uygulama bağlanmadı. Hiçbir şey değişmedi.',
    atomic: 'Hiçbir uygulama bağlanmadı. Eski uygulamanız hâlâ çalışıyor.',
    gap: 'Hiçbir uygulama bağlanmadı. Eski uygulamanız artık çalışmıyor olabilir: uygulamayı ayarlayın ya da yedek kodlarınızı elinizin altında tutun.',
    'all-off': 'Hiçbir uygulama bağlanmadı. Siz uygulamayı ayarlayana kadar ikinci faktörünüz devre dışı.',
  },

  open: 'Telefonunuzda bir doğrulama uygulaması açın veya yükleyin.',
  scan: 'Uygulamada “ekle” seçeneğini seçin ve bu resmi tarayın.',
  addHere: 'Bu hesabı bu telefondaki doğrulama uygulamasına ekleyin.',
  openInApp: 'Uygulamamda aç',
  notOpened: 'Hiçbir şey açılmadı mı? Kurulum anahtarını kopyalayın ve uygulamanıza yapıştırın.',
  picture: 'Doğrulama uygulamanızla taranacak resim. Tarayamıyorsanız kurulum anahtarını kullanın.',
  noPicture: 'Resim yüklenmedi. Bunun yerine kurulum anahtarını kullanın ya da yeniden deneyin.',
  cantScan: 'Tarayamıyor musunuz?',
  otherPhone: 'Başka bir telefonla tara',
  key: 'Kurulum anahtarı',
  copyKey: 'Anahtarı kopyala',
  copied: 'Kopyalandı. Uygulamanıza yapıştırın.',
  copyBlocked: 'Tarayıcınız kopyalamaya izin vermedi. Anahtarı uygulamanıza elle yazın.',
  settings: 'Tür: zamana dayalı, {digits} hane, {period} saniye',
  settingsAlgorithm: 'Tür: zamana dayalı, {digits} hane, {period} saniye, {algorithm}',
  typeIt: 'Uygulamanın gösterdiği kodu yazın.',
  lastStep: 'Son adım: uygulamanızın gösterdiği kodu yazın. Bu, her şeyi etkinleştirir.',
  away: 'Siz yokken resmi ve kurulum anahtarını sayfadan kaldırdık. Uygulamanızda zaten varsa onun kodunu yazın. Yoksa yeniden başlayın.',
  label: 'Uygulama kodu',
  goOn: 'Devam et',
  checking: 'Kontrol ediliyor…',
  back: 'Geri',
  cancel: 'İptal',
  restart: 'Yeniden başla',

  empty: 'Uygulamanın gösterdiği kodu yazın.',
  incomplete: {
    one: 'Kod eksik görünüyor. Kod {count} hanelidir.',
    other: 'Kod eksik görünüyor. Kod {count} hanelidir.',
  },
  wrong: 'Bu kod kabul edilmedi. Bir sonraki kodu bekleyin ve onu yazın.',
  used: 'Bu kod daha önce kullanıldı. Bir sonraki kodu bekleyin ve onu yazın.',
  wrongClock:
    'Bu kod kabul edilmedi. Bir sonraki kodu bekleyin ve onu yazın. Telefonunuzun saati otomatik ayarladığını kontrol edin.',
  notArrived: 'Uygulamanız henüz bağlanmadı. Şu anda gösterdiği kodu yazın.',
  offline: 'İnternet bağlantınız yok. Kodunuz gönderilmedi.',
  offlineBefore: 'İnternet bağlantınız yok. Hiçbir şey değiştirilmedi.',
  lostStart: {
    atomic: 'Bağlantı koptu ve uygulamanız henüz bağlanmadı. Yeniden deneyin.',
    gap: 'Bağlantı koptu ve eski uygulamanızın hâlâ çalışıp çalışmadığını bilmiyoruz. Yeniden deneyin.',
    'all-off': 'Bağlantı koptu ve ikinci faktörünüzün hâlâ etkin olup olmadığını bilmiyoruz. Yeniden deneyin.',
  },
  lostCode: 'Uygulamanızın bağlanıp bağlanmadığını henüz bilmiyoruz. Şu anda gösterdiği kodu yazın.',
  unusable: 'Size taranması güvenli bir resim gösteremiyoruz. Lütfen {service} yetkililerine haber verin.',
  notAllowed: 'Bu, şu anda burada yapılamıyor.',

  unsure: 'Uygulamanızın bağlanıp bağlanmadığını henüz bilmiyoruz.',
  checkAgain: 'Yeniden kontrol et',

  overTitle: 'Bu adıma yeniden başlayın',
  over: 'Bu ayarlama çok uzun bekledi ya da yerini başka bir ayarlama aldı. Uygulamanızda yeni bir kayıt görünüyorsa oradan silin.',

  doneTitle: 'Uygulamanız bağlandı',
  done: 'Bundan sonra onun kodları, siz olduğunuzu doğrular.',
  oldGone: 'Eski uygulamanız artık çalışmıyor. Oradaki eski kaydı silin.',
  codesOn: {
    one: '{count} yedek kod etkin',
    other: '{count} yedek kod etkin',
  },
};
