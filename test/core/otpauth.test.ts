import { describe, expect, it } from 'vitest';
import { inFours, readOtpauth, type AppSettings, type OtpauthFault } from '../../src/core/otpauth.js';

const KEY = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const LABEL = 'Fjord%20Bank:ada%40example.com';
const uri = (query = `secret=${KEY}`, label = LABEL): string => `otpauth://totp/${label}?${query}`;

const PLAIN: AppSettings = {
  digits: 6,
  period: 30,
  algorithm: 'SHA1',
  issuer: 'Fjord Bank',
  account: 'ada@example.com',
};

describe('the address that an app scans', () => {
  it.each<[string, string, Partial<AppSettings>]>([
    ['has a secret', uri(), {}],
    ['names its issuer again', uri(`secret=${KEY}&issuer=Fjord%20Bank`), {}],
    ['names the issuer first', uri(`issuer=Fjord%20Bank&secret=${KEY}`), {}],
    ['has another issuer than its label', uri(`secret=${KEY}&issuer=fjord.example`), { issuer: 'fjord.example' }],
    ['has an issuer that says nothing', uri(`secret=${KEY}&issuer=`), {}],
    ['has no issuer', uri(undefined, 'ada'), { issuer: null, account: 'ada' }],
    ['has an encoded colon', uri(undefined, 'Fjord%20Bank%3Aada%40example.com'), {}],
    ['has a blank after its colon', uri(undefined, 'Fjord%20Bank:%20ada%40example.com'), {}],
    ['is in another script', uri(undefined, '%E9%8A%80%E8%A1%8C:%C3%A5da'), { issuer: '銀行', account: 'åda' }],
    ['has an image of a person in its label', uri(undefined, 'Fjord%20Bank:%F0%9F%A6%8A'), { account: '🦊' }],
    ['has everything', uri(`secret=${KEY}&algorithm=SHA1&digits=6&period=30`), {}],
    ['has eight digits', uri(`secret=${KEY}&digits=8`), { digits: 8 }],
    ['has a longer period', uri(`secret=${KEY}&period=60`), { period: 60 }],
    ['has SHA256', uri(`secret=${KEY}&algorithm=SHA256`), { algorithm: 'SHA256' }],
    ['has SHA512', uri(`secret=${KEY}&algorithm=SHA512`), { algorithm: 'SHA512' }],
    ['has a secret in small letters', uri(`secret=${KEY.toLowerCase()}`), {}],
    ['has a padded secret', uri(`secret=${KEY}%3D%3D`), {}],
    ['has a parameter that nobody knows', uri(`secret=${KEY}&image=https%3A%2F%2Ffjord.example%2Flogo.png`), {}],
    ['has a parameter named as all objects have one', uri(`secret=${KEY}&constructor=1&__proto__=1`), {}],
  ])('is read where it %s', (_, text, settings) => {
    expect(readOtpauth(text, KEY)).toEqual({ is: 'fine', settings: { ...PLAIN, ...settings } });
  });

  it.each<[string, string, OtpauthFault]>([
    ['empty', '', 'characters'],
    ['a script', `javascript:alert('${KEY}')`, 'not-totp'],
    ['a script behind the scheme', uri(undefined, '<script>alert(1)</script>'), 'characters'],
    ['of counted codes', `otpauth://hotp/${LABEL}?secret=${KEY}&counter=0`, 'not-totp'],
    ['of counted codes in disguise', uri(`secret=${KEY}&counter=0`), 'not-totp'],
    ['of another type', `otpauth://yandex/${LABEL}?secret=${KEY}`, 'not-totp'],
    ['of another scheme', `https://totp/${LABEL}?secret=${KEY}`, 'not-totp'],
    ['of a scheme in capitals', `OTPAUTH://totp/${LABEL}?secret=${KEY}`, 'not-totp'],
    ['an export of many accounts', 'otpauth-migration://offline?data=CjEKCkhlbGxv', 'not-totp'],
    ['without parameters', `otpauth://totp/${LABEL}`, 'not-totp'],
    ['with two question marks', uri(`secret=${KEY}?digits=8`), 'not-totp'],
    ['with a fragment', `${uri()}#part`, 'characters'],
    ['with a blank before', ` ${uri()}`, 'characters'],
    ['with a line break', `${uri()}\n`, 'characters'],
    ['with letters that are not encoded', uri(undefined, 'Zürich:ada'), 'characters'],
    ['without a secret', uri('issuer=Fjord%20Bank'), 'secret'],
    ['with an empty secret', uri('secret='), 'secret'],
    ['with a secret that is no base32', uri(`secret=${KEY}018`), 'secret'],
    ['with blanks in its secret', uri('secret=JBSW%20Y3DP%20EHPK%203PXP'), 'secret'],
    ['with a short secret', uri('secret=JBSWY3DP'), 'secret'],
    ['with a huge secret', uri(`secret=${'A'.repeat(300)}`), 'secret'],
    ['with two secrets', uri(`secret=${KEY}&secret=${KEY}`), 'repeated'],
    ['with two secrets, one in capitals', uri(`secret=${KEY}&SECRET=${KEY}`), 'repeated'],
    ['with two secrets, one of them encoded', uri(`secret=${KEY}&%73ecret=${KEY}`), 'repeated'],
    ['with two issuers', uri(`secret=${KEY}&issuer=a&issuer=b`), 'repeated'],
    ['with two periods', uri(`secret=${KEY}&period=30&period=60`), 'repeated'],
    ['with another key than the one beside it', uri(`secret=${KEY.slice(0, -1)}A`), 'other-key'],
    ['with seven digits', uri(`secret=${KEY}&digits=7`), 'digits'],
    ['with no digits', uri(`secret=${KEY}&digits=`), 'digits'],
    ['with digits of another script', uri(`secret=${KEY}&digits=%D9%A6`), 'digits'],
    ['with a period of nothing', uri(`secret=${KEY}&period=0`), 'period'],
    ['with a period of a day', uri(`secret=${KEY}&period=86400`), 'period'],
    ['with a period of three seconds', uri(`secret=${KEY}&period=03`), 'period'],
    ['with a negative period', uri(`secret=${KEY}&period=-30`), 'period'],
    ['with a period that is no number', uri(`secret=${KEY}&period=1e2`), 'period'],
    ['with MD5', uri(`secret=${KEY}&algorithm=MD5`), 'algorithm'],
    ['without a label', uri(undefined, ''), 'label'],
    ['with an issuer and no account', uri(undefined, 'Fjord%20Bank:'), 'label'],
    ['with a label that turns the writing', uri(undefined, 'Fjord:%E2%80%AEada'), 'label'],
    ['with a label that ends a line', uri(undefined, 'Fjord:ada%0A'), 'label'],
    ['with a label that is badly encoded', uri(undefined, 'Fjord:%E9%8A'), 'label'],
    ['with an issuer that turns the writing', uri(`secret=${KEY}&issuer=%E2%80%AEa`), 'issuer'],
    ['with a value that is badly encoded', uri(`secret=${KEY}&issuer=%ZZ`), 'encoding'],
    ['huge', uri(`secret=${KEY}&image=${'x'.repeat(5_000)}`), 'too-long'],
  ])('is refused where it is %s', (_, text, fault) => {
    expect(readOtpauth(text, KEY)).toEqual({ is: 'refused', fault });
  });
});

describe('the key', () => {
  it.each([
    ['JBSWY3DPEHPK3PXP', ['JBSW', 'Y3DP', 'EHPK', '3PXP']],
    ['JBSWY3DPE', ['JBSW', 'Y3DP', 'E']],
    ['', []],
  ])('%s is read in groups of four', (key, groups) => {
    expect(inFours(key)).toEqual(groups);
  });
});
