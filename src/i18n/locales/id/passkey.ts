import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Tambahkan perangkat ini',
      text: 'Browser akan meminta sidik jari, wajah, atau kunci layar Anda. Semua itu tetap di perangkat Anda; kami tidak pernah melihatnya.',
      exists: 'Perangkat ini sudah disiapkan.',
    },
    'security-key': {
      title: 'Tambahkan kunci keamanan',
      text: 'Browser akan meminta Anda mencolokkan atau menyentuh kunci Anda.',
      exists: 'Kunci ini sudah disiapkan.',
    },
  },
  wholeSignIn: 'Dengan ini Anda masuk tanpa kata sandi dan tanpa kode. Ini tidak menggantikan aplikasi Anda.',
  existsText: 'Anda tidak perlu menambahkannya lagi.',
  useApp: 'Gunakan aplikasi saja',
  back: 'Kembali',
  working: 'Mohon tunggu sebentar…',
  prompting: 'Ikuti petunjuk browser Anda…',
  name: 'Nama',
  names: { passkey: 'Kunci sandi', 'security-key': 'Kunci keamanan' },
  nameHint: 'Agar nanti Anda dapat membedakannya dari yang lain.',
  added: 'Ditambahkan.',
  addedAs: 'Ditambahkan: {name}.',
  submit: 'Lanjutkan',
  keepName: 'Pertahankan nama ini',
  proved: 'Terima kasih. Sekarang pilih “{button}” lagi.',
  notFinished: 'Prosesnya belum selesai. Tidak ada yang berubah. Coba lagi saat Anda siap.',
  unsure: 'Kami belum tahu apakah sudah ditambahkan.',
  tryAgain: 'Coba lagi: jika sudah ditambahkan, browser Anda akan memberi tahu.',
  obstacles: {
    browser: 'Browser ini tidak bisa melakukannya. Coba browser atau perangkat lain.',
    device: 'Perangkat ini tidak memiliki sidik jari, wajah, atau kunci layar yang dapat digunakan browser Anda.',
    frame: 'Halaman ini berada di dalam halaman lain, dan halaman itu tidak mengizinkan browser bertanya kepada Anda.',
  },
  openPage: 'Buka halaman ini tersendiri',
  signInTitle: 'Silakan masuk lagi',
};
