import type { WordsOf } from '../../words.js';

export const passkeyEnrollment: WordsOf<'passkeyEnrollment'> = {
  kinds: {
    passkey: {
      title: 'Thêm thiết bị này',
      text: 'Trình duyệt sẽ yêu cầu vân tay, khuôn mặt hoặc khóa màn hình của bạn. Thông tin đó ở lại trên thiết bị của bạn; chúng tôi không bao giờ thấy.',
      exists: 'Thiết bị này đã được thiết lập rồi.',
    },
    'security-key': {
      title: 'Thêm khóa bảo mật',
      text: 'Trình duyệt sẽ yêu cầu bạn cắm khóa hoặc chạm vào khóa.',
      exists: 'Khóa này đã được thiết lập rồi.',
    },
  },
  wholeSignIn:
    'Với cách này, bạn đăng nhập không cần mật khẩu và không cần mã. Cách này không thay cho ứng dụng của bạn.',
  existsText: 'Bạn không cần thêm lại.',
  useApp: 'Chuyển sang dùng ứng dụng',
  back: 'Quay lại',
  working: 'Vui lòng đợi một chút…',
  prompting: 'Hãy làm theo hướng dẫn của trình duyệt…',
  name: 'Tên',
  names: { passkey: 'Khóa truy cập', 'security-key': 'Khóa bảo mật' },
  nameHint: 'Để sau này bạn phân biệt được với những cái khác.',
  added: 'Đã thêm.',
  addedAs: 'Đã thêm: {name}.',
  submit: 'Tiếp tục',
  keepName: 'Giữ tên này',
  proved: 'Cảm ơn bạn. Bây giờ hãy chọn lại “{button}”.',
  notFinished: 'Thao tác chưa hoàn tất. Không có gì thay đổi. Hãy thử lại khi bạn sẵn sàng.',
  unsure: 'Chúng tôi chưa biết đã thêm được hay chưa.',
  tryAgain: 'Hãy thử lại: nếu đã thêm được, trình duyệt sẽ cho biết.',
  obstacles: {
    browser: 'Trình duyệt này không làm được việc đó. Hãy thử trình duyệt hoặc thiết bị khác.',
    device: 'Thiết bị này không có vân tay, khuôn mặt hoặc khóa màn hình mà trình duyệt dùng được.',
    frame: 'Trang này nằm bên trong một trang khác, và trang đó không cho trình duyệt hỏi bạn.',
  },
  openPage: 'Mở riêng trang này',
  signInTitle: 'Vui lòng đăng nhập lại',
};
