import type { GenericEndpointContext } from 'better-auth';
import { oneLine } from './one-line.js';
import { settingsOf } from './options.js';
import { traceOf } from './problem.js';

/** By what a browser says of itself; the first that fits. Most name those that they descend from too. */
const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\b(OPR|OPX|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/\bVersion\/\S+ .*Safari\//, 'Safari'],
];

const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
];

/** As many letters as a sentence bears. */
const LONGEST_PLACE = 80;

const nameOf = (names: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  names.find(([pattern]) => pattern.test(text))?.[1];

/** "Chrome (Windows)": names and no words, as a person of any language reads it; null for what is no browser that we know. */
export function deviceOf(userAgent: string | null): string | null {
  const text = userAgent ?? '';
  const [browser, system] = [nameOf(BROWSERS, text), nameOf(SYSTEMS, text)];
  return browser && system ? `${browser} (${system})` : (browser ?? system ?? null);
}

/** Roughly where a request comes from, or null. The address of the client is in it only if the host says so. */
export function whereOf({ request, context }: Pick<GenericEndpointContext, 'request' | 'context'>): string | null {
  if (!request) return null;
  const parts = [deviceOf(request.headers.get('user-agent')), placeOf(context, request)];
  return parts.filter((part) => part !== null && part !== '').join(', ') || null;
}

function placeOf(context: GenericEndpointContext['context'], request: Request): string | null {
  try {
    const place = settingsOf(context).where?.(request);
    return typeof place === 'string' ? oneLine(place).slice(0, LONGEST_PLACE) : null;
  } catch (error) {
    context.logger.error('mfa-elements: where a request comes from was not found.', traceOf(error));
    return null;
  }
}
