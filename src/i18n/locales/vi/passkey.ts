import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Thêm thiết bị này',
      text: 'Trình duyệt sẽ yêu cầu vân tay, khuôn mặt hoặc khóa màn hình của bạn. Thông tin đó ở lại trên thiết bị của bạn; chúng tôi không bao giờ thấy.',
      exists: 'Thiết bị này đã được thiết lập.',
    },
    'security-key': {
      title: 'Thêm khóa bảo mật',
      text: 'Trình duyệt sẽ yêu cầu bạn cắm hoặc chạm vào khóa.',
      exists: 'Khóa này đã được thiết lập.',
    },
  },
  wholeSignIn:
    'Với cách này, bạn đăng nhập không cần mật khẩu và không cần mã. Cách này không thay cho ứng dụng của bạn.',
  existsText: 'Bạn không cần thêm lại.',
  useApp: 'Dùng ứng dụng thay thế',
  back: 'Quay lại',
  working: 'Vui lòng đợi một chút…',
  prompting: 'Hãy làm theo trình duyệt…',
  name: 'Tên',
  names: { passkey: 'Khóa truy cập', 'security-key': 'Khóa bảo mật' },
  nameHint: 'Để sau này bạn phân biệt được với những cái khác.',
  added: 'Đã thêm.',
  addedAs: 'Đã thêm: {name}.',
  submit: 'Tiếp tục',
  keepName: 'Giữ tên này',
  proved: 'Cảm ơn bạn. Bây giờ hãy chọn lại “{button}”.',
  notFinished: 'Thao tác chưa hoàn tất. Không có gì thay đổi. Hãy thử lại khi bạn sẵn sàng.',
  unsure: 'Chúng tôi chưa biết việc thêm đã thực hiện được hay chưa.',
  tryAgain: 'Hãy thử lại: nếu đã thêm được, trình duyệt sẽ cho biết.',
  obstacles: {
    browser: 'Trình duyệt này không làm được việc đó. Hãy thử trình duyệt hoặc thiết bị khác.',
    device: 'Thiết bị này không có vân tay, khuôn mặt hoặc khóa màn hình mà trình duyệt dùng được.',
    frame: 'Trang này nằm bên trong một trang khác, và trang đó không cho trình duyệt hỏi bạn.',
  },
  openPage: 'Mở riêng trang này',
  signInTitle: 'Vui lòng đăng nhập lại',

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
  lost: 'Kết nối bị gián đoạn và chúng tôi không biết thao tác đã thực hiện được hay chưa. Hãy thử lại sau giây lát.',
  notAllowed: 'Hiện không thể làm việc này ở đây.',
};
