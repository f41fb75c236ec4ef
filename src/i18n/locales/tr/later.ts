import type { WordsOf } from '../../words.js';

export const shared: WordsOf<'shared'> = {
  whoIn: '{service} · {account}',
  both: '{first} {second}',
  errorPrefix: 'Hata:',
  goBack: 'Geri dön',
  goTo: '{service} hizmetine git',
};

export const troubles: WordsOf<'troubles'> = {
  app: {
    empty: 'Uygulamanızdaki 6 haneli kodu yazın.',
    incomplete: 'Kod eksik görünüyor. Uygulama kodları 6 hanelidir.',
    wrong: 'Bu kod kabul edilmedi. Uygulamanızda yeni kodu bekleyin ve onu deneyin.',
    used: 'Bu kod daha önce kullanıldı. Bir sonraki kodu bekleyin.',
    notSpent: 'Giriş henüz tamamlanmadı. Uygulamanızdaki en yeni kodu yazın.',
    maybeSpent: 'Giriş henüz tamamlanmadı. Uygulamanızdaki en yeni kodu yazın.',
    offline: 'İnternet bağlantınız yok. Kodunuz gönderilmedi.',
    unsettled: 'Girişin tamamlanıp tamamlanmadığını hâlâ bilmiyoruz. Kodunuz yeniden gönderilmedi.',
    tooManyUntil: 'Çok fazla deneme yapıldı. Uygulamanızı saat {time} itibarıyla yeniden kullanabilirsiniz.',
  },
  backup: {
    empty: 'Yedek kodlarınızdan birini yazın.',
    incomplete: 'Kod eksik görünüyor.',
    wrong: 'Bu kod kabul edilmedi. Her harfi ve rakamı kontrol edin ya da listenizdeki bir sonraki kodu kullanın.',
    used: 'Bu kodu daha önce kullandınız. Üzerini çizin ve bir sonrakini kullanın.',
    notSpent: 'Giriş henüz tamamlanmadı ama kodunuz hâlâ geçerli.',
    maybeSpent:
      'Giriş henüz tamamlanmadı. Bu kod kullanılmış ve geçerliliğini yitirmiş olabilir. Bir kez daha deneyin; kabul edilmezse bir sonrakini kullanın.',
    offline: 'İnternet bağlantınız yok. Kodunuz gönderilmedi.',
    unsettled: 'Girişin tamamlanıp tamamlanmadığını hâlâ bilmiyoruz. Kodunuz yeniden gönderilmedi.',
    tooManyUntil: 'Çok fazla deneme yapıldı. Saat {time} itibarıyla bir yedek kodla yeniden deneyebilirsiniz.',
  },
  sent: {
    empty: 'Gönderdiğimiz kodu yazın.',
    incomplete: 'Kod eksik görünüyor. Kod 6 hanelidir.',
    wrong: 'Bu kod kabul edilmedi. Gönderdiğimiz en yeni kodu yazın ya da yeni bir kod isteyin.',
    used: 'Bu kod daha önce kullanıldı. Yeni bir kod isteyin.',
    notSpent: 'Giriş henüz tamamlanmadı. Bu kodu yeniden deneyin.',
    maybeSpent:
      'Giriş henüz tamamlanmadı. Bu kod kullanılmış ve geçerliliğini yitirmiş olabilir. Bir kez daha deneyin; kabul edilmezse yeni bir kod isteyin.',
    offline: 'İnternet bağlantınız yok. Hiçbir şey gönderilmedi.',
    unsettled: 'Girişin tamamlanıp tamamlanmadığını hâlâ bilmiyoruz. Yazdığınız yeniden gönderilmedi.',
    tooManyUntil: 'Çok fazla deneme yapıldı. Saat {time} itibarıyla, gönderdiğimiz bir kodla yeniden deneyebilirsiniz.',
  },
  passkey: {
    notSpent: 'Giriş henüz tamamlanmadı. Geçiş anahtarınızı yeniden kullanın.',
    maybeSpent: 'Giriş henüz tamamlanmadı. Geçiş anahtarınızı yeniden kullanın.',
    offline: 'İnternet bağlantınız yok. Hiçbir şey gönderilmedi.',
    unsettled: 'Girişin tamamlanıp tamamlanmadığını hâlâ bilmiyoruz. Hiçbir şey yeniden gönderilmedi.',
    tooManyUntil: 'Çok fazla deneme yapıldı. Geçiş anahtarınızı saat {time} itibarıyla yeniden kullanabilirsiniz.',
  },
  incompleteShape: 'Kod eksik görünüyor. Yedek kodlar şöyle görünür: {shape}.',
  appCode: 'Bu, uygulamanızdaki bir koda benziyor.',
  many: 'Burada birden fazla kod var. Yalnızca birini bırakın.',
  triesLeft: {
    one: 'Bir kez daha deneyebilirsiniz.',
    other: '{count} kez daha deneyebilirsiniz.',
  },
  tooOld: 'Bu kod çok eski. Yeni bir kod isteyin.',
  passkeyRefused: 'Bu geçiş anahtarı kabul edilmedi. Yeniden deneyin ya da başka bir yöntem seçin.',
  tooMany: 'Çok fazla deneme yapıldı. Biraz bekleyin, sonra yeniden deneyin.',
  tooManyUntil: 'Çok fazla deneme yapıldı. Bu sayfayı saat {time} itibarıyla yeniden kullanabilirsiniz.',
  offline: 'İnternet bağlantınız yok.',
  unreachable: '{service} hizmetine şu anda ulaşamıyoruz. Biraz sonra yeniden deneyin.',
  server: '{service} tarafında bir sorun oluştu. Biraz sonra yeniden deneyin.',
  serverReference: '{service} tarafında bir sorun oluştu. Biraz sonra yeniden deneyin. ({reference})',
  notAllowed: 'Bu, şu anda burada kullanılamıyor. Başka bir yöntem seçin.',
  unknown: 'İşlem tamamlanmadı. Yeniden deneyin.',
};

export const after: WordsOf<'after'> = {
  settling: 'Bağlantı koptu. Girişin tamamlanıp tamamlanmadığına bakıyoruz…',
  checkAgain: 'Yeniden kontrol et',
  restarted: 'Biraz uzun sürdü, bu yüzden baştan başladık. Kaydettiğiniz hiçbir şey kaybolmadı.',
  'not-finished': 'İşlem yarım kaldı. Yeniden deneyin ya da başka bir yöntem seçin.',
  'open-again': 'Şimdi yeniden deneyebilirsiniz.',
  'sent-again': 'Yeni bir kod gönderdik.',
  'sent-before': 'Size az önce bir kod gönderdik. Gelmesi biraz sürebilir.',
};

export const ends: WordsOf<'ends'> = {
  failedTitle: 'İşlem tamamlanmadı',
  overTitle: 'Lütfen yeniden giriş yapın',
  overText: 'Güvenliğiniz için bu adım bir süre sonra sona erer.',
  codesGood: 'Yedek kodlarınız hâlâ geçerli.',
  codeSpent: 'Yazdığınız yedek kod kullanıldı, artık geçerli değil. Listenizde üzerini çizin.',
  codeMaybeSpent:
    'Yazdığınız yedek kod kullanılmış ve geçerliliğini yitirmiş olabilir. Kabul edilmezse bir sonrakini kullanın.',
  cancelledText: 'Bu adımdan ayrıldınız. Devam etmek için yeniden giriş yapın.',
  firstTitle: 'Lütfen önce giriş yapın',
  firstText: 'Sonra burada sizden, siz olduğunuzu doğrulamanızı isteyeceğiz.',
  goToSignIn: 'Girişe git',
  elsewhereTitle: 'Bu hesaba buradan giriş yapılamıyor',
  elsewhereText: 'Lütfen {service} destek ekibine başvurun.',
  passwordTitle: 'Lütfen yeni bir şifre seçin',
  passwordText: 'Önce bunu yapın. Sonra yeniden giriş yapın.',
  passwordLink: 'Yeni şifre seç',
  inTitle: 'Giriş yaptınız',
  told: 'Bunu size bildirdik: {addresses}.',
  helpLink: 'Destek ekibimize ulaşın',
};

export const ways: WordsOf<'ways'> = {
  rows: {
    passkey: { title: 'Geçiş anahtarı veya güvenlik anahtarı', line: 'Bu cihazda ya da başka bir cihazda.' },
    totp: { title: 'Doğrulama uygulaması', line: 'Telefonunuzdaki bir kod.' },
    email: { title: 'E-postayla kod', line: 'Şuraya göndeririz: {address}.' },
    sms: { title: 'SMS ile kod', line: 'Şuraya göndeririz: {address}.' },
  },
  sendNow: 'Şimdi göndeririz.',
  passkeyTitle: 'Geçiş anahtarınızı kullanın',
  passkeyText: 'Tarayıcınız parmak izinizi, yüzünüzü, ekran kilidinizi veya güvenlik anahtarınızı isteyecek.',
  passkeySubmit: 'Geçiş anahtarını kullan',
  sendTitle: 'Kod alın',
  sendText: 'Size 6 haneli bir kod göndereceğiz.',
  sendTextTo: '6 haneli kodu şuraya göndereceğiz: {address}.',
  send: 'Kod gönder',
  sending: 'Gönderiliyor…',
  sentTitle: 'Gönderdiğimiz kodu girin',
  sentText: 'Size bir kod gönderdik.',
  sentTextTo: 'Kodu şuraya gönderdik: {address}.',
  email: 'E-postadaki kod',
  sms: 'SMS’teki kod',
  again: 'Yeni kod gönder',
  againAt: 'Saat {time} itibarıyla yeni bir kod isteyebilirsiniz.',
};
