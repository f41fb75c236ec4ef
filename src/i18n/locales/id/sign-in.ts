import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Masukkan kode cadangan',
  text: 'Gunakan kode mana pun di daftar Anda yang belum pernah dipakai. Setiap kode berlaku satu kali.',
  label: 'Kode cadangan',
  hint: 'Bentuknya seperti ini: {shape}. Huruf kecil atau besar, dengan atau tanpa tanda hubung: semuanya boleh.',
  hintExact: 'Bentuknya seperti ini: {shape}. Huruf kecil dan huruf besar dibedakan.',
  hintOpaque: 'Ketik persis seperti di daftar Anda.',
  youAreOn: 'Anda berada di {domain}.',
  where: 'Di mana kode saya?',
  whereText:
    'Cari lembar atau file bernama “Kode cadangan {service}”. Orang biasanya menyimpannya di pengelola kata sandi atau bersama surat-surat penting.',
  whereTextMade:
    'Cari lembar atau file bernama “Kode cadangan {service}”, dibuat pada {date}. Orang biasanya menyimpannya di pengelola kata sandi atau bersama surat-surat penting.',
  hide: 'Sembunyikan kode',
  show: 'Tampilkan kode',
  submit: 'Gunakan kode ini',
  useAsAppCode: 'Gunakan sebagai kode aplikasi',
  cantFind: 'Saya tidak menemukan kode saya',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Mari masuk lagi ke akun Anda',
  text: 'Pilih cara pertama yang dapat Anda gunakan.',
  textAssumed: 'Pilih cara pertama yang sudah Anda siapkan.',
  codes: 'Kode cadangan',
  codesLine: 'Dari daftar yang Anda simpan atau cetak.',
  code: 'Kode yang kami kirim kepada Anda',
  codeTo: 'Kode ke {address}',
  linked: 'Masuk dengan {name}',
  linkedLine: 'Setelah itu Anda menyiapkan faktor kedua yang baru.',
  from: '{line} Dari {service}.',
  none: 'Tidak satu pun dari ini',
  noneLine: 'Tanya tim bantuan kami. Ini lebih lama.',
  found: 'Sudah ketemu. Kembali.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    other: 'Kode cadangan itu kini sudah terpakai. Sisa kode Anda: {count}.',
  },
  usedLow: {
    other: 'Kode cadangan itu kini sudah terpakai. Sisa kode Anda hanya {count}.',
  },
  usedLast: 'Kode cadangan itu kini sudah terpakai. Itu kode terakhir Anda.',
  usedUncounted: 'Kode cadangan itu kini sudah terpakai. Coret kode itu di daftar Anda.',
  helpTitle: 'Tanya tim bantuan kami',
  helpText: 'Jika cara lain tidak berhasil, seorang petugas memeriksa siapa Anda dan membantu Anda masuk lagi.',
};
