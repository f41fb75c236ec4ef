import type { WordsOf } from '../../words.js';

export const backupCode: WordsOf<'backupCode'> = {
  title: 'Yedek kod girin',
  text: 'Listenizden henüz kullanmadığınız herhangi bir kodu kullanın. Her kod yalnızca bir kez geçerlidir.',
  label: 'Yedek kod',
  hint: 'Şöyle görünür: {shape}. Büyük ya da küçük harf, çizgili ya da çizgisiz: hepsi olur.',
  hintExact: 'Şöyle görünür: {shape}. Büyük ve küçük harfler farklıdır.',
  hintOpaque: 'Listenizde nasıl yazıyorsa aynen öyle yazın.',
  youAreOn: 'Bulunduğunuz site: {domain}.',
  where: 'Kodlarım nerede?',
  whereText:
    '“{service} yedek kodları” adlı bir kâğıt veya dosya arayın. Çoğu kişi bunları bir şifre yöneticisinde ya da önemli evraklarının yanında saklar.',
  whereTextMade:
    '“{service} yedek kodları” adlı, {date} tarihinde oluşturulmuş bir kâğıt veya dosya arayın. Çoğu kişi bunları bir şifre yöneticisinde ya da önemli evraklarının yanında saklar.',
  hide: 'Kodu gizle',
  show: 'Kodu göster',
  submit: 'Bu kodu kullan',
  useAsAppCode: 'Uygulama kodu olarak kullan',
  cantFind: 'Kodlarımı bulamıyorum',
};

export const lostFactor: WordsOf<'lostFactor'> = {
  title: 'Hesabınıza dönmenize yardım edelim',
  text: 'Kullanabileceğiniz ilk seçeneği seçin.',
  textAssumed: 'Bu listeden, ayarlamış olduğunuz ilk seçeneği seçin.',
  codes: 'Yedek kod',
  codesLine: 'Kaydettiğiniz veya yazdırdığınız listeden.',
  code: 'Size göndereceğimiz bir kod',
  codeTo: 'Kodu şuraya gönder: {address}',
  linked: '{name} ile giriş',
  linkedLine: 'Sonra yeni bir ikinci faktör ayarlarsınız.',
  from: '{line} Sağlayan: {service}.',
  none: 'Hiçbiri',
  noneLine: 'Destek ekibimize başvurun. Bu daha uzun sürer.',
  found: 'Buldum. Geri dön.',
};

export const signIn: WordsOf<'signIn'> = {
  used: {
    one: 'Bu yedek kod kullanıldı, artık geçerli değil. {count} kodunuz kaldı.',
    other: 'Bu yedek kod kullanıldı, artık geçerli değil. {count} kodunuz kaldı.',
  },
  usedLow: {
    one: 'Bu yedek kod kullanıldı, artık geçerli değil. Yalnızca {count} kodunuz kaldı.',
    other: 'Bu yedek kod kullanıldı, artık geçerli değil. Yalnızca {count} kodunuz kaldı.',
  },
  usedLast: 'Bu yedek kod kullanıldı, artık geçerli değil. Bu son kodunuzdu.',
  usedUncounted: 'Bu yedek kod kullanıldı, artık geçerli değil. Listenizde üzerini çizin.',
  helpTitle: 'Destek ekibimize başvurun',
  helpText:
    'Başka hiçbir yöntem işe yaramazsa ekibimizden biri kim olduğunuzu kontrol eder ve hesabınıza dönmenize yardım eder.',
};
