/** What a language is also looked for as: readers of one read the other. */
const ALSO: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };

const RIGHT_TO_LEFT = ['Arab', 'Hebr', 'Thaa', 'Syrc', 'Nkoo', 'Adlm', 'Rohg'];

/** A language as a page may write it, `en_US` included; undefined: no browser knows it. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.trim().replaceAll('_', '-'));
  } catch {
    return undefined;
  }
}

/** How a language is spelt by the standard; undefined: it is none. */
export const canonical = (tag: string): string | undefined => localeOf(tag)?.baseName;

/** What has to be alike for one to be read in place of the other: language and script, also where a tag leaves it out. */
function keyOf(tag: string): string | undefined {
  const whole = localeOf(tag)?.maximize();
  return whole && `${ALSO[whole.language] ?? whole.language}-${whole.script ?? ''}`;
}

const regionOf = (tag: string): string | undefined => localeOf(tag)?.maximize().region;

/** Of the tags that are known, the one to read for a language; undefined: none. */
export function match(wanted: string, known: readonly string[]): string | undefined {
  const key = keyOf(wanted);
  const alike = key === undefined ? [] : known.filter((tag) => keyOf(tag) === key);
  return alike.find((tag) => tag === canonical(wanted)) ?? alike.find((tag) => sameRegion(tag, wanted)) ?? alike[0];
}

/** Whether what is said for one tag is meant for a language too: `de` is for Austria, `de-CH` is not. */
export const isMeantFor = (tag: string, wanted: string): boolean =>
  keyOf(tag) === keyOf(wanted) && (localeOf(tag)?.region === undefined || sameRegion(tag, wanted));

const sameRegion = (one: string, other: string): boolean => regionOf(one) === regionOf(other);

/** Whether both are one language, whatever its readers also read. */
export const isSameLanguage = (one: string, other: string): boolean =>
  localeOf(one)?.language === localeOf(other)?.language;

/** The direction in which a language is written. */
export const directionOf = (tag: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.includes(localeOf(tag)?.maximize().script ?? '') ? 'rtl' : 'ltr';
