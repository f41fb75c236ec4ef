import qrcode from 'qrcode';

const SVG = 'http://www.w3.org/2000/svg';
/** The white rim that scanners need, in modules. */
const QUIET = 4;
/** In CSS pixels: what a phone at arm's length scans, and the least for one module. */
const SIDE = 240;
const MODULE = 4;

/**
 * The picture that an authenticator app scans: black on white whatever the theme, with its rim. The library says which modules
 * are dark; they are drawn here, so that nothing is fetched and nothing is parsed.
 * @param name what a screen reader says in its place
 */
export function drawQr(text: string, name: string): SVGSVGElement {
  const { modules } = qrcode.create(text, { errorCorrectionLevel: 'M' });
  const whole = modules.size + 2 * QUIET;
  const side = whole * Math.max(MODULE, Math.ceil(SIDE / whole));
  const svg = node('svg', {
    ...{ role: 'img', 'aria-label': name, 'data-part': 'qr-image' },
    ...{ viewBox: `0 0 ${String(whole)} ${String(whole)}`, width: side, height: side },
    // Edges that are smoothed leave grey between the modules.
    'shape-rendering': 'crispEdges',
  });
  svg.append(
    node('rect', { width: whole, height: whole, fill: '#fff' }),
    node('path', { fill: '#000', d: darkRuns(modules) }),
  );
  return svg;
}

/** One rectangle for each run of dark modules in a row. */
function darkRuns(modules: Modules): string {
  const { size } = modules;
  let path = '';
  for (let row = 0; row < size; row += 1) {
    for (let from = 0; from < size; from += 1) {
      let to = from;
      while (to < size && modules.get(row, to)) to += 1;
      if (to > from)
        path += `M${String(from + QUIET)} ${String(row + QUIET)}h${String(to - from)}v1h${String(from - to)}z`;
      from = to;
    }
  }
  return path;
}

interface Modules {
  readonly size: number;
  get(row: number, column: number): number;
}

function node<Name extends 'svg' | 'rect' | 'path'>(
  name: Name,
  attributes: Readonly<Record<string, string | number>>,
): SVGElementTagNameMap[Name] {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
