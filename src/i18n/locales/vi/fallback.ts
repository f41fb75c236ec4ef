import type { WordsOf } from '../../words.js';

export const fallback: WordsOf<'fallback'> = {
  faults: {
    'no-code': 'Nhập mã trong ứng dụng của bạn, hoặc một mã dự phòng.',
    'two-codes': 'Chỉ nhập một mã.',
    'wrong-code': 'Mã đó không được chấp nhận. Hãy kiểm tra lại và thử lần nữa.',
    'used-code': 'Mã đó đã được dùng rồi. Hãy dùng mã tiếp theo.',
    'too-many-attempts': 'Bạn đã thử quá nhiều lần. Hãy đợi một lúc rồi thử lại.',
    'challenge-over': 'Để bảo vệ bạn, bước này đã kết thúc. Hãy đăng nhập lại.',
    'not-allowed': 'Không thể dùng mã này ở đây.',
    server: 'Đã xảy ra lỗi. Hãy thử lại sau giây lát.',
  },
};
