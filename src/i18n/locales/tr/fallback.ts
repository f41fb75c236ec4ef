import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Uygulamanızdaki kodu ya da yedek kodlarınızdan birini yazın.',
    'two-codes': 'Yalnızca bir kod yazın.',
    'wrong-code': 'Bu kod kabul edilmedi. Kontrol edin ve yeniden deneyin.',
    'used-code': 'Bu kod daha önce kullanıldı. Bir sonrakini kullanın.',
    'too-many-attempts': 'Çok fazla deneme yapıldı. Bir süre bekleyin, sonra yeniden deneyin.',
    'challenge-over': 'Güvenliğiniz için bu adım sona erdi. Yeniden giriş yapın.',
    'not-allowed': 'Bu kod burada kullanılamaz.',
    server: 'Bir sorun oluştu. Biraz sonra yeniden deneyin.',
  },
};
