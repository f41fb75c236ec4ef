import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Ketik sebuah nama.',
  invalidName: 'Gunakan nama paling panjang 64 karakter, dalam satu baris.',
  impossible: {
    passkey: 'Perangkat ini tidak dapat ditambahkan di sini. Coba perangkat lain, atau browser lain.',
    'security-key': 'Kunci ini tidak dapat ditambahkan di sini. Coba kunci lain, atau browser lain.',
  },
  notAdded: 'Belum ditambahkan. Coba lagi.',
  refused: {
    passkey: 'Perangkat itu tidak diterima. Tidak ada yang berubah. Coba lagi.',
    'security-key': 'Kunci itu tidak diterima. Tidak ada yang berubah. Coba lagi.',
  },
  superseded: 'Itu terlalu lama, atau halaman lain lebih cepat. Tidak ada yang berubah. Coba lagi.',
  tooMany: 'Terlalu banyak percobaan. Tunggu sebentar, lalu coba lagi.',
  tooManyUntil: 'Terlalu banyak percobaan. Anda dapat mencoba lagi pukul {time}.',
  offline: 'Anda sedang offline. Tidak ada yang berubah.',
  lost: 'Koneksi terputus dan kami tidak tahu apakah itu berhasil. Coba beberapa saat lagi.',
  notAllowed: 'Ini tidak dapat dilakukan di sini saat ini.',
};
