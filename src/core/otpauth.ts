/**
 * The address that an authenticator app scans (Key URI Format, draft-linuxgsm-otpauth-uri). It is read and never rewritten: what
 * goes on screen is the server's, whole. What apps read in different ways, or not at all, is refused before anybody scans it.
 */

/** What the person has to know where the app can't scan. The key itself is not in here. */
export interface AppSettings {
  readonly digits: 6 | 8;
  /** Seconds. */
  readonly period: number;
  readonly algorithm: 'SHA1' | 'SHA256' | 'SHA512';
  /** Whose account it is, as the app will show it; null: the address does not say. */
  readonly issuer: string | null;
  readonly account: string;
}

/** Why an address is refused. Nothing of the address is in here, so that it may be logged. */
export type OtpauthFault =
  | 'too-long'
  | 'characters'
  | 'not-totp'
  | 'label'
  | 'repeated'
  | 'encoding'
  | 'secret'
  | 'other-key'
  | 'algorithm'
  | 'digits'
  | 'period'
  | 'issuer';

export type OtpauthRead =
  { readonly is: 'fine'; readonly settings: AppSettings } | { readonly is: 'refused'; readonly fault: OtpauthFault };

/** A picture of more could not be scanned from a screen. */
const LONGEST = 800;

const KNOWN: readonly string[] = ['secret', 'issuer', 'algorithm', 'digits', 'period', 'counter'];

/** Base32 as apps take it: at least 80 bits, and no more than they have room for. */
const SECRET = /^[A-Z2-7]{16,256}$/;

/** A control character, the end of a line, or a mark that turns the direction of writing. */
const UNSHOWABLE = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u;

/** @param key the key that is shown beside the picture: both have to be the same one */
export function readOtpauth(uri: string, key: string): OtpauthRead {
  const refused = (fault: OtpauthFault): OtpauthRead => ({ is: 'refused', fault });
  if (uri.length > LONGEST) return refused('too-long');
  // An address is ASCII; quotes, brackets and blanks are percent-encoded in one.
  if (!/^[\w\-.~:/?@!$&'()*+,;=%[\]]+$/.test(uri)) return refused('characters');
  const [, path, query] = /^otpauth:\/\/totp\/([^?]*)\?([^?]*)$/.exec(uri) ?? [];
  if (path === undefined || query === undefined) return refused('not-totp');
  const label = readLabel(path);
  if (!label) return refused('label');
  const read = readQuery(query);
  if (typeof read === 'string') return refused(read);
  const { secret = '', issuer = '', algorithm = 'SHA1', digits = '6', period = '30' } = read;
  const bare = secret.replace(/=+$/, '').toUpperCase();
  if (!SECRET.test(bare)) return refused('secret');
  if (bare !== key) return refused('other-key');
  if (!isAlgorithm(algorithm)) return refused('algorithm');
  if (digits !== '6' && digits !== '8') return refused('digits');
  if (!/^[1-9]\d{1,2}$/.test(period) || Number(period) < 15 || Number(period) > 120) return refused('period');
  if (UNSHOWABLE.test(issuer)) return refused('issuer');
  return {
    is: 'fine',
    settings: {
      digits: digits === '6' ? 6 : 8,
      period: Number(period),
      algorithm,
      issuer: issuer || label.issuer,
      account: label.account,
    },
  };
}

const isAlgorithm = (name: string): name is AppSettings['algorithm'] => ['SHA1', 'SHA256', 'SHA512'].includes(name);

/** The known parameters; unknown ones are the apps' to ignore. */
function readQuery(query: string): Readonly<Record<string, string>> | OtpauthFault {
  const found: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const pair of query.split('&')) {
    const at = pair.indexOf('=');
    const name = decoded(at < 0 ? pair : pair.slice(0, at));
    const value = decoded(at < 0 ? '' : pair.slice(at + 1));
    if (name === null || value === null) return 'encoding';
    // Some apps read names in any case, so two that differ in it alone are one name twice.
    const known = name.toLowerCase();
    if (!KNOWN.includes(known)) continue;
    if (known in found) return 'repeated';
    found[known] = value;
  }
  return 'counter' in found ? 'not-totp' : found;
}

function readLabel(path: string): Pick<AppSettings, 'issuer' | 'account'> | null {
  const label = decoded(path);
  if (label === null || UNSHOWABLE.test(label)) return null;
  const at = label.indexOf(':');
  const account = label.slice(at + 1).trim();
  const issuer = at < 0 ? '' : label.slice(0, at).trim();
  return account === '' ? null : { issuer: issuer || null, account };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}

/** The key as people read it off: in groups of four. */
export const inFours = (key: string): readonly string[] => key.match(/.{1,4}/g) ?? [];
