import { describe, expect, test } from 'vitest';
import { deviceOf } from '../../src/server/better-auth/where';

const WEBKIT = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';

describe('the device that a request comes from', () => {
  test.each([
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
      'Chrome (Windows)',
    ],
    [
      'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge (Windows)',
    ],
    ['Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0', 'Firefox (Linux)'],
    [
      'Mozilla/5.0 (X11; CrOS x86_64 15000) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
      'Chrome (ChromeOS)',
    ],
    [`Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${WEBKIT} Version/18.0 Safari/605.1.15`, 'Safari (Mac)'],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${WEBKIT} Version/18.0 Mobile/15E148 Safari/604.1`,
      'Safari (iPhone)',
    ],
    [
      `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${WEBKIT} CriOS/140.0 Mobile/15E148 Safari/604.1`,
      'Chrome (iPhone)',
    ],
    [
      `Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) ${WEBKIT} FxiOS/140.0 Mobile/15E148 Safari/605.1.15`,
      'Firefox (iPad)',
    ],
    [
      'Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36',
      'Samsung Internet (Android)',
    ],
    ['Mozilla/5.0 (Linux; Android 15; wv) AppleWebKit/537.36', 'Android'],
    ['Chrome/140.0', 'Chrome'],
    ['curl/8.5', null],
    ['evil\r\nBcc: x@example.com', null],
    ['', null],
    [null, null],
  ])('by %s is %s', (userAgent, expected) => {
    expect(deviceOf(userAgent)).toBe(expected);
  });
});
