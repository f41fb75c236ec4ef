import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Hubungkan aplikasi Anda',

  readyText: 'Anda memerlukan aplikasi autentikator di ponsel Anda. Aplikasi apa pun boleh.',
  replacing: {
    atomic: 'Aplikasi lama Anda berfungsi sampai yang baru terhubung.',
    gap: 'Selama pergantian, hanya kode cadangan Anda yang berlaku.',
    'all-off': 'Ini menonaktifkan faktor kedua dan semua kode cadangan Anda sampai Anda selesai.',
  },
  start: 'Siapkan aplikasi',
  understand: 'Saya mengerti, lanjutkan',
  working: 'Mohon tunggu sebentar…',
  proved: 'Terima kasih. Sekarang pilih “{button}” lagi.',
  cancelled: {
    none: 'Tidak ada aplikasi yang terhubung. Tidak ada yang berubah.',
    atomic: 'Tidak ada aplikasi baru yang terhubung. Aplikasi lama Anda masih berfungsi.',
    gap: 'Tidak ada aplikasi baru yang terhubung. Aplikasi lama Anda mungkin sudah tidak berfungsi: siapkan aplikasi, atau sediakan kode cadangan di dekat Anda.',
    'all-off': 'Tidak ada aplikasi yang terhubung. Faktor kedua Anda nonaktif sampai Anda menyiapkan aplikasi.',
  },

  open: 'Buka atau instal aplikasi autentikator di ponsel Anda.',
  scan: 'Di aplikasi, pilih “tambah” lalu pindai gambar ini.',
  addHere: 'Tambahkan akun ini ke aplikasi autentikator di ponsel ini.',
  openInApp: 'Buka di aplikasi saya',
  notOpened: 'Tidak ada yang terbuka? Salin kuncinya dan tempelkan ke aplikasi Anda.',
  picture: 'Gambar untuk dipindai dengan aplikasi autentikator Anda. Jika tidak bisa memindainya, gunakan kunci.',
  noPicture: 'Gambar tidak dapat dimuat. Gunakan kunci sebagai gantinya, atau coba lagi.',
  cantScan: 'Tidak bisa memindai?',
  otherPhone: 'Pindai dengan ponsel lain',
  key: 'Kunci',
  copyKey: 'Salin kunci',
  copied: 'Disalin. Tempelkan ke aplikasi Anda.',
  copyBlocked: 'Browser Anda tidak mengizinkan penyalinan. Ketik kunci ke aplikasi Anda secara manual.',
  settings: 'Jenis: berbasis waktu, {digits} digit, {period} detik',
  settingsAlgorithm: 'Jenis: berbasis waktu, {digits} digit, {period} detik, {algorithm}',
  typeIt: 'Ketik kode yang ditampilkan aplikasi.',
  lastStep: 'Langkah terakhir: ketik kode yang ditampilkan aplikasi Anda. Dengan itu semuanya aktif.',
  away: 'Kami menyingkirkan gambar dan kunci selama Anda pergi. Jika aplikasi Anda sudah memilikinya, ketik kodenya. Jika belum, mulai lagi.',
  label: 'Kode aplikasi',
  goOn: 'Lanjutkan',
  checking: 'Memeriksa…',
  back: 'Kembali',
  cancel: 'Batal',
  restart: 'Mulai lagi',

  empty: 'Ketik kode yang ditampilkan aplikasi.',
  incomplete: {
    other: 'Kode itu tampaknya belum lengkap. Kode terdiri dari {count} digit.',
  },
  wrong: 'Kode itu tidak berhasil. Tunggu kode berikutnya, lalu ketik kode itu.',
  used: 'Kode itu sudah pernah dipakai. Tunggu kode berikutnya, lalu ketik kode itu.',
  wrongClock:
    'Kode itu tidak berhasil. Tunggu kode berikutnya, lalu ketik kode itu. Periksa apakah ponsel Anda mengatur jamnya secara otomatis.',
  notArrived: 'Aplikasi Anda belum terhubung. Ketik kode yang ditampilkannya sekarang.',
  offline: 'Anda sedang offline. Kode Anda tidak terkirim.',
  offlineBefore: 'Anda sedang offline. Tidak ada yang berubah.',
  lostStart: {
    atomic: 'Koneksi terputus, dan aplikasi Anda belum terhubung. Coba lagi.',
    gap: 'Koneksi terputus dan kami tidak tahu apakah aplikasi lama Anda masih berfungsi. Coba lagi.',
    'all-off': 'Koneksi terputus dan kami tidak tahu apakah faktor kedua Anda masih aktif. Coba lagi.',
  },
  lostCode: 'Kami belum tahu apakah aplikasi Anda sudah terhubung. Ketik kode yang ditampilkannya sekarang.',
  unusable: 'Kami tidak dapat menampilkan gambar yang aman untuk dipindai. Mohon beri tahu pihak {service}.',
  notAllowed: 'Ini tidak dapat dilakukan di sini saat ini.',

  unsure: 'Kami belum tahu apakah aplikasi Anda sudah terhubung.',
  checkAgain: 'Periksa lagi',

  overTitle: 'Mulai lagi langkah ini',
  over: 'Penyiapan ini menunggu terlalu lama, atau penyiapan lain menggantikannya. Jika aplikasi Anda menampilkan entri baru, hapus entri itu di sana.',

  doneTitle: 'Aplikasi Anda terhubung',
  done: 'Mulai sekarang, kodenya mengonfirmasi bahwa ini Anda.',
  oldGone: 'Aplikasi lama Anda tidak berfungsi lagi. Hapus entri lamanya di aplikasi itu.',
  codesOn: { other: '{count} kode cadangan aktif' },
};
