import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'Đăng nhập vào {service}',
  whoAs: 'Đăng nhập vào {service} bằng tài khoản {account}',
  loading: 'Vui lòng đợi một chút…',
  checking: 'Đang kiểm tra…',
  notLoaded: 'Lỗi: Một phần của trang này chưa tải được. Hãy thử lại.',
  tryAgain: 'Thử lại',
  cancel: 'Hủy',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'Nhập mã trong ứng dụng của bạn',
  text: 'Mở ứng dụng xác thực của bạn và nhập mã gồm 6 chữ số dành cho {service}.',
  label: 'Mã ứng dụng',
  submit: 'Tiếp tục',
  trust: {
    other: 'Không hỏi lại trên thiết bị này trong {count} ngày.',
  },
  trustHint: 'Chỉ đánh dấu ô này trên thiết bị của riêng bạn.',
  usePasskey: 'Dùng khóa truy cập của bạn',
  useApp: 'Dùng mã trong ứng dụng của bạn',
  send: 'Gửi mã cho tôi',
  sendTo: 'Gửi mã đến {address}',
  another: 'Dùng cách khác',
  lost: 'Tôi bị mất yếu tố thứ hai',
  lostHint: 'Mất điện thoại hay khóa bảo mật, hoặc vừa đổi cái mới? Bắt đầu từ đây.',
  choose: 'Bạn muốn xác nhận đó chính là bạn bằng cách nào?',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'Phần này của trang không hoạt động. Vui lòng báo cho những người phụ trách {service}.',
};
