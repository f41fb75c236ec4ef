import type { WordsOf } from '../../words.js';

export const keyTroubles: WordsOf<'keyTroubles'> = {
  noName: 'Hãy nhập tên.',
  invalidName: 'Hãy dùng tên không quá 64 ký tự, trên một dòng.',
  impossible: {
    passkey: 'Không thể thêm thiết bị này ở đây. Hãy thử thiết bị khác, hoặc trình duyệt khác.',
    'security-key': 'Không thể thêm khóa này ở đây. Hãy thử khóa khác, hoặc trình duyệt khác.',
  },
  notAdded: 'Chưa thêm được. Hãy thử lại.',
  refused: {
    passkey: 'Thiết bị đó không được chấp nhận. Không có gì thay đổi. Hãy thử lại.',
    'security-key': 'Khóa đó không được chấp nhận. Không có gì thay đổi. Hãy thử lại.',
  },
  superseded: 'Việc đó mất quá lâu, hoặc một trang khác đã nhanh hơn. Không có gì thay đổi. Hãy thử lại.',
  tooMany: 'Bạn đã thử quá nhiều lần. Hãy đợi một lát rồi thử lại.',
  tooManyUntil: 'Bạn đã thử quá nhiều lần. Bạn có thể thử lại lúc {time}.',
  offline: 'Bạn đang ngoại tuyến. Chưa có gì thay đổi.',
  lost: 'Kết nối bị gián đoạn và chúng tôi không biết thao tác đã thành công hay chưa. Hãy thử lại sau giây lát.',
  notAllowed: 'Hiện không thể làm việc này ở đây.',
};
