import type { WordsOf } from '../../words.js';

export const totp: WordsOf<'totp'> = {
  title: 'Kết nối ứng dụng của bạn',

  readyText: 'Bạn cần một ứng dụng xác thực trên điện thoại. Ứng dụng nào cũng được.',
  replacing: {
    atomic: 'Ứng dụng cũ vẫn hoạt động cho đến khi ứng dụng mới được kết nối.',
    gap: 'Trong lúc chuyển đổi, chỉ mã dự phòng của bạn dùng được.',
    'all-off': 'Việc này tắt yếu tố thứ hai và mọi mã dự phòng của bạn cho đến khi bạn hoàn tất.',
  },
  start: 'Thiết lập ứng dụng',
  understand: 'Tôi hiểu, tiếp tục',
  working: 'Vui lòng đợi một chút…',
  proved: 'Cảm ơn bạn. Bây giờ hãy chọn lại “{button}”.',
  cancelled: {
    none: 'Chưa có ứng dụng nào được kết nối. Không có gì thay đổi.',
    atomic: 'Chưa có ứng dụng nào được kết nối. Ứng dụng cũ của bạn vẫn hoạt động.',
    gap: 'Chưa có ứng dụng nào được kết nối. Ứng dụng cũ của bạn có thể không còn hoạt động: hãy thiết lập ứng dụng, hoặc để sẵn mã dự phòng bên mình.',
    'all-off': 'Chưa có ứng dụng nào được kết nối. Yếu tố thứ hai của bạn đang tắt cho đến khi bạn thiết lập ứng dụng.',
  },

  open: 'Mở hoặc cài đặt một ứng dụng xác thực trên điện thoại.',
  scan: 'Trong ứng dụng, chọn “thêm” rồi quét hình này.',
  addHere: 'Thêm tài khoản này vào ứng dụng xác thực trên điện thoại này.',
  openInApp: 'Mở trong ứng dụng của tôi',
  notOpened: 'Không có gì mở ra? Hãy sao chép khóa thiết lập và dán vào ứng dụng.',
  picture: 'Hình để quét bằng ứng dụng xác thực. Nếu không quét được, hãy dùng khóa thiết lập.',
  noPicture: 'Chưa tải được hình. Hãy dùng khóa thiết lập, hoặc thử lại.',
  cantScan: 'Không quét được?',
  otherPhone: 'Quét bằng điện thoại khác',
  key: 'Khóa thiết lập',
  copyKey: 'Sao chép khóa thiết lập',
  copied: 'Đã sao chép. Hãy dán vào ứng dụng.',
  copyBlocked: 'Trình duyệt không cho phép sao chép. Hãy tự nhập khóa thiết lập vào ứng dụng.',
  settings: 'Loại: dựa trên thời gian, {digits} chữ số, {period} giây',
  settingsAlgorithm: 'Loại: dựa trên thời gian, {digits} chữ số, {period} giây, {algorithm}',
  typeIt: 'Nhập mã mà ứng dụng hiện ra.',
  lastStep: 'Bước cuối: nhập mã mà ứng dụng của bạn hiện ra. Khi đó mọi thứ được bật.',
  away: 'Chúng tôi đã cất hình và khóa thiết lập trong lúc bạn rời đi. Nếu ứng dụng đã có chúng, hãy nhập mã của ứng dụng. Nếu chưa, hãy bắt đầu lại.',
  label: 'Mã ứng dụng',
  goOn: 'Tiếp tục',
  checking: 'Đang kiểm tra…',
  back: 'Quay lại',
  cancel: 'Hủy',
  restart: 'Bắt đầu lại',

  empty: 'Nhập mã mà ứng dụng hiện ra.',
  incomplete: {
    other: 'Mã này có vẻ chưa đủ. Mã có {count} chữ số.',
  },
  wrong: 'Mã đó không được chấp nhận. Hãy đợi mã tiếp theo rồi nhập mã đó.',
  used: 'Mã đó đã được dùng rồi. Hãy đợi mã tiếp theo rồi nhập mã đó.',
  wrongClock:
    'Mã đó không được chấp nhận. Hãy đợi mã tiếp theo rồi nhập mã đó. Hãy kiểm tra xem điện thoại có tự đặt giờ không.',
  notArrived: 'Ứng dụng của bạn chưa được kết nối. Hãy nhập mã mà ứng dụng đang hiện.',
  offline: 'Bạn đang ngoại tuyến. Mã của bạn chưa được gửi đi.',
  offlineBefore: 'Bạn đang ngoại tuyến. Chưa có gì thay đổi.',
  lostStart: {
    atomic: 'Kết nối bị gián đoạn, và ứng dụng của bạn chưa được kết nối. Hãy thử lại.',
    gap: 'Kết nối bị gián đoạn và chúng tôi không biết ứng dụng cũ của bạn còn hoạt động hay không. Hãy thử lại.',
    'all-off': 'Kết nối bị gián đoạn và chúng tôi không biết yếu tố thứ hai của bạn còn bật hay không. Hãy thử lại.',
  },
  lostCode: 'Chúng tôi chưa biết ứng dụng của bạn đã được kết nối hay chưa. Hãy nhập mã mà ứng dụng đang hiện.',
  unusable:
    'Chúng tôi không thể hiển thị hình nào quét được an toàn. Vui lòng báo cho những người phụ trách {service}.',
  notAllowed: 'Hiện không thể làm việc này ở đây.',

  unsure: 'Chúng tôi chưa biết ứng dụng của bạn đã được kết nối hay chưa.',
  checkAgain: 'Kiểm tra lại',

  overTitle: 'Bắt đầu lại bước này',
  over: 'Lần thiết lập này đã chờ quá lâu, hoặc một lần thiết lập khác đã thay thế nó. Nếu ứng dụng hiện một mục mới, hãy xóa mục đó trong ứng dụng.',

  doneTitle: 'Ứng dụng của bạn đã được kết nối',
  done: 'Từ bây giờ, mã trong ứng dụng này xác nhận đó chính là bạn.',
  oldGone: 'Ứng dụng cũ của bạn không còn hoạt động. Hãy xóa mục cũ trong ứng dụng đó.',
  codesOn: { other: 'Đã bật {count} mã dự phòng' },
};
