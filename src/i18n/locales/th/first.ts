import type { WordsOf } from '../../words.js';

export const common: WordsOf<'common'> = {
  who: 'กำลังเข้าสู่ระบบ {service}',
  whoAs: 'กำลังเข้าสู่ระบบ {service} ในชื่อ {account}',
  loading: 'รอสักครู่…',
  checking: 'กำลังตรวจสอบ…',
  notLoaded: 'ข้อผิดพลาด: บางส่วนของหน้านี้โหลดไม่สำเร็จ ลองอีกครั้ง',
  tryAgain: 'ลองอีกครั้ง',
  cancel: 'ยกเลิก',
};

export const challenge: WordsOf<'challenge'> = {
  title: 'กรอกรหัสจากแอปของคุณ',
  text: 'เปิดแอปยืนยันตัวตนแล้วกรอกรหัส 6 หลักของ {service}',
  label: 'รหัสจากแอป',
  submit: 'ดำเนินการต่อ',
  trust: { other: 'ไม่ต้องถามบนอุปกรณ์นี้เป็นเวลา {count} วัน' },
  trustHint: 'ทำเครื่องหมายนี้เฉพาะบนอุปกรณ์ของคุณเองเท่านั้น',
  usePasskey: 'ใช้พาสคีย์ของคุณ',
  useApp: 'ใช้รหัสจากแอปของคุณ',
  send: 'ส่งรหัสให้ฉัน',
  sendTo: 'ส่งรหัสไปที่ {address}',
  another: 'ใช้วิธีอื่น',
  lost: 'ตัวยืนยันชั้นที่สองของฉันหาย',
  lostHint: 'โทรศัพท์หรือคีย์ความปลอดภัยหาย หรือเพิ่งเปลี่ยนใหม่ใช่ไหม เริ่มที่นี่',
  choose: 'คุณต้องการยืนยันว่าเป็นคุณด้วยวิธีใด',
};

export const notice: WordsOf<'notice'> = {
  notSetUp: 'ส่วนนี้ของหน้าใช้งานไม่ได้ โปรดแจ้งผู้ดูแลของ {service}',
};
