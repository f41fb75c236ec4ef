import type { CodeFormat } from '../../core/backup-code.js';
import type { Instant } from '../../core/factor.js';
import { CANARY_DIGITS, CANARY_LETTERS } from '../canary/marker.js';
import { SECOND } from './clock.js';

/** 32 characters, none of which is taken for another: no 0 O, no 1 I. */
const ALPHABET = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
const STEP = 30 * SECOND;

/** How the simulated server writes its backup codes: `CANA-RY4K-9QTP`. */
export const CODE_FORMAT = {
  kind: 'grouped',
  alphabet: ALPHABET,
  case: 'upper',
  groups: [4, 4, 4],
  separator: '-',
} satisfies CodeFormat;

/**
 * Makes secrets: never by chance, so that a test or a picture can be had again, and each with the canary's mark. They
 * guard nothing.
 */
export interface SecretSource {
  /** A backup code or an enrollment pass. */
  code(): string;
  /** An app's key in base32. */
  key(): string;
  /** A six-digit code to send. */
  delivered(): string;
  token(): string;
}

/** Characters that look drawn and differ for each `serial`: the factor is odd, so that no two meet within 32 ** length. */
function characters(serial: number, length: number, alphabet: string): string {
  let [rest, written] = [(BigInt(serial) * 2_654_435_761n) % 32n ** BigInt(length), ''];
  for (let at = 0; at < length; at += 1) {
    written = (alphabet[Number(rest % 32n)] ?? '') + written;
    rest /= 32n;
  }
  return written;
}

const marked = (serial: number, length: number, alphabet: string): string =>
  `${CANARY_LETTERS}${2 + (serial % 6)}${characters(serial, length, alphabet)}`;

const threeDigits = (value: number): string => String(value % 1000).padStart(3, '0');

export function createSecrets(): SecretSource {
  let serial = 0;
  const next = (): number => (serial += 1);
  return {
    code: () => grouped(marked(next(), 5, ALPHABET)),
    key: () => marked(next(), 25, BASE32),
    delivered: () => CANARY_DIGITS + threeDigits(next() * 37 + 500),
    token: () => marked(next(), 25, BASE32),
  };
}

/** A code in its own spelling. */
export const grouped = (code: string): string => code.match(/.{4}/g)?.join('-') ?? '';

/** The time step that an instant falls into. */
export const stepAt = (now: Instant): number => Math.floor(now / STEP);
export const startOfStep = (step: number): Instant => step * STEP;

/**
 * What an app with this key shows in a time step. Simulated: no HMAC, only the mark and three digits that differ from step
 * to step; a real app shows something else.
 */
export function appCodeAt(key: string, step: number): string {
  const offset = [...key].reduce((sum, c) => (sum * 31 + c.charCodeAt(0)) % 1000, 7);
  return CANARY_DIGITS + threeDigits(offset + 7 * (step % 1000));
}

/** The account's password when no other is given. */
export const PASSWORD = `${CANARY_LETTERS.toLowerCase()}5-horse-battery`;
