import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Nhập mã dự phòng',
  text: 'Dùng bất kỳ mã nào trong danh sách mà bạn chưa dùng. Mỗi mã chỉ dùng được một lần.',
  label: 'Mã dự phòng',
  hint: 'Mã có dạng {shape}. Chữ thường hay chữ hoa, có hay không có dấu gạch: đều được.',
  hintExact: 'Mã có dạng {shape}. Chữ thường và chữ hoa là khác nhau.',
  hintOpaque: 'Nhập đúng như trong danh sách của bạn.',
  youAreOn: 'Bạn đang ở {domain}.',
  where: 'Mã của tôi ở đâu?',
  whereText:
    'Hãy tìm tờ giấy hoặc tệp có tên “Mã dự phòng cho {service}”. Nhiều người giữ chúng trong trình quản lý mật khẩu hoặc cùng giấy tờ quan trọng.',
  whereTextMade:
    'Hãy tìm tờ giấy hoặc tệp có tên “Mã dự phòng cho {service}”, tạo ngày {date}. Nhiều người giữ chúng trong trình quản lý mật khẩu hoặc cùng giấy tờ quan trọng.',
  hide: 'Ẩn mã',
  show: 'Hiện mã',
  submit: 'Dùng mã này',
  useAsAppCode: 'Dùng làm mã ứng dụng',
  cantFind: 'Tôi không tìm thấy mã của mình',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Giúp bạn vào lại tài khoản',
  text: 'Chọn cách đầu tiên mà bạn dùng được.',
  textAssumed: 'Chọn cách đầu tiên mà bạn đã thiết lập.',
  codes: 'Mã dự phòng',
  codesLine: 'Trong danh sách bạn đã lưu hoặc in ra.',
  code: 'Mã mà chúng tôi gửi cho bạn',
  codeTo: 'Mã gửi đến {address}',
  linked: 'Đăng nhập bằng {name}',
  linkedLine: 'Sau đó bạn thiết lập yếu tố thứ hai mới.',
  from: '{line} Từ {service}.',
  none: 'Không dùng được cách nào ở trên',
  noneLine: 'Hỏi nhóm hỗ trợ. Cách này lâu hơn.',
  found: 'Tôi tìm thấy rồi. Quay lại.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    other: 'Mã dự phòng đó giờ đã hết lượt dùng. Bạn còn {count} mã.',
  },
  usedLow: {
    other: 'Mã dự phòng đó giờ đã hết lượt dùng. Bạn chỉ còn {count} mã.',
  },
  usedLast: 'Mã dự phòng đó giờ đã hết lượt dùng. Đó là mã cuối cùng của bạn.',
  usedUncounted: 'Mã dự phòng đó giờ đã hết lượt dùng. Hãy gạch mã đó khỏi danh sách.',
  helpTitle: 'Hỏi nhóm hỗ trợ',
  helpText: 'Nếu không còn cách nào khác, một nhân viên sẽ kiểm tra bạn là ai và giúp bạn vào lại tài khoản.',
};
