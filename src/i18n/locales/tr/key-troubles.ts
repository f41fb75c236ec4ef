import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
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
