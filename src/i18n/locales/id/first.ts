import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Masuk ke {service}',
  whoAs: 'Masuk ke {service} sebagai {account}',
  loading: 'Mohon tunggu sebentar…',
  checking: 'Memeriksa…',
  notLoaded: 'Kesalahan: Sebagian halaman ini tidak dapat dimuat. Coba lagi.',
  tryAgain: 'Coba lagi',
  cancel: 'Batal',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Masukkan kode dari aplikasi Anda',
  text: 'Buka aplikasi autentikator Anda dan ketik kode 6 digit untuk {service}.',
  label: 'Kode aplikasi',
  submit: 'Lanjutkan',
  trust: {
    other: 'Jangan tanya lagi di perangkat ini selama {count} hari.',
  },
  trustHint: 'Centang ini hanya di perangkat milik Anda sendiri.',
  usePasskey: 'Gunakan kunci sandi Anda',
  useApp: 'Gunakan kode dari aplikasi Anda',
  send: 'Kirimi saya kode',
  sendTo: 'Kirim kode ke {address}',
  another: 'Gunakan cara lain',
  lost: 'Saya kehilangan faktor kedua',
  lostHint: 'Ponsel atau kunci hilang, atau baru ganti? Mulai dari sini.',
  choose: 'Bagaimana Anda ingin mengonfirmasi bahwa ini Anda?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Bagian halaman ini tidak berfungsi. Mohon beri tahu pihak {service}.',
};
