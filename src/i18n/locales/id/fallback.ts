import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Ketik kode dari aplikasi Anda, atau salah satu kode cadangan Anda.',
    'two-codes': 'Ketik satu kode saja.',
    'wrong-code': 'Kode itu tidak berhasil. Periksa lagi lalu coba lagi.',
    'used-code': 'Kode itu sudah pernah dipakai. Gunakan kode berikutnya.',
    'too-many-attempts': 'Terlalu banyak percobaan. Tunggu beberapa saat, lalu coba lagi.',
    'challenge-over': 'Demi keamanan Anda, langkah ini sudah berakhir. Masuk lagi.',
    'not-allowed': 'Kode ini tidak dapat digunakan di sini.',
    server: 'Terjadi masalah. Coba beberapa saat lagi.',
  },
};
