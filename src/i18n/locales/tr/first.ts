import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: '{service} hizmetine giriş',
  whoAs: '{account} hesabıyla {service} hizmetine giriş',
  loading: 'Lütfen bekleyin…',
  checking: 'Kontrol ediliyor…',
  notLoaded: 'Hata: Bu sayfanın bir bölümü yüklenemedi. Yeniden deneyin.',
  tryAgain: 'Yeniden dene',
  cancel: 'İptal',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Uygulamanızdaki kodu girin',
  text: 'Doğrulama uygulamanızı açın ve {service} için gösterilen 6 haneli kodu yazın.',
  label: 'Uygulama kodu',
  submit: 'Devam et',
  trust: {
    one: 'Bu cihazda {count} gün boyunca sorma.',
    other: 'Bu cihazda {count} gün boyunca sorma.',
  },
  trustHint: 'Yalnızca kendi cihazınızda işaretleyin.',
  usePasskey: 'Geçiş anahtarımı kullan',
  useApp: 'Uygulamamdaki kodu kullan',
  send: 'Bana kod gönder',
  sendTo: 'Şuraya kod gönder: {address}',
  another: 'Başka bir yöntem kullan',
  lost: 'İkinci faktörümü kaybettim',
  lostHint: 'Telefonunuzu veya anahtarınızı kaybettiniz ya da yenilediniz mi? Buradan başlayın.',
  choose: 'Siz olduğunuzu nasıl doğrulamak istersiniz?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Sayfanın bu bölümü çalışmıyor. Lütfen {service} yetkililerine haber verin.',
};
