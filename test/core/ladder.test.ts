import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Challenge } from '../../src/core/challenge.js';
import type { Offer } from '../../src/core/factor.js';
import { entrance, ladder, type HostRung, type Rung } from '../../src/core/ladder.js';
import { CHALLENGE, FORMAT } from '../support/challenge.js';

const TOTP: Offer = { kind: 'totp' };
const PASSKEY: Offer = { kind: 'passkey' };
const EMAIL: Offer = { kind: 'delivered-code', id: 'e', channel: 'email', to: 'a•••@example.com' };
const SMS: Offer = { kind: 'delivered-code', id: 's', channel: 'sms', to: '••• 42' };
const CODES: Offer = { kind: 'backup-code', format: FORMAT, madeOn: 'unknown' };
const LINKED: Offer = { kind: 'federated', id: 'g', label: 'Example', url: '/linked' };
const OWN: HostRung = { id: 'card', title: 'Your bank card', line: 'With the reader.' };

const of = (...offers: readonly Offer[]): Challenge => ({ ...CHALLENGE, offers });
const named = (rungs: readonly Rung[]): string[] =>
  rungs.map((rung) =>
    rung.kind === 'factor' ? rung.offer.kind + ('id' in rung.offer ? ` ${rung.offer.id}` : '') : rung.kind,
  );

describe('the ladder', () => {
  it.each<[string, readonly Offer[], Offer | null, readonly HostRung[], string[]]>([
    ['nothing but help', [TOTP], TOTP, [], ['help']],
    ['one backup code', [TOTP, CODES], TOTP, [], ['backup-code', 'help']],
    ['a passkey before a code', [CODES, TOTP, PASSKEY], TOTP, [], ['passkey', 'backup-code', 'help']],
    ['the app where the key is lost', [PASSKEY, TOTP, CODES], PASSKEY, [], ['totp', 'backup-code', 'help']],
    ['the other address', [EMAIL, SMS, CODES], EMAIL, [], ['delivered-code s', 'backup-code', 'help']],
    ['a linked sign-in after the code', [LINKED, TOTP, CODES], TOTP, [], ['backup-code', 'federated', 'help']],
    [
      'the app’s own check before help',
      [TOTP, CODES, LINKED],
      TOTP,
      [OWN],
      ['backup-code', 'federated', 'host', 'help'],
    ],
    ['no check of the app’s own alone', [TOTP], TOTP, [OWN], ['help']],
    [
      'every factor where none was chosen',
      [TOTP, EMAIL, PASSKEY, CODES],
      null,
      [],
      ['passkey', 'totp', 'delivered-code e', 'backup-code', 'help'],
    ],
  ])('has %s', (_, offers, lost, own, expected) => {
    expect(named(ladder(of(...offers), lost, own))).toEqual(expected);
  });

  it('ends with help and has it once, whatever there is', () => {
    const offers = fc.subarray([TOTP, PASSKEY, EMAIL, SMS, CODES, LINKED]);
    fc.assert(
      fc.property(offers, fc.boolean(), (some, own) => {
        const found = named(ladder(of(...some), some[0] ?? null, own ? [OWN] : []));
        expect(found.indexOf('help')).toBe(found.length - 1);
      }),
    );
  });

  it('never offers what was just lost', () => {
    const offers = fc.subarray([TOTP, PASSKEY, EMAIL, SMS], { minLength: 1 });
    fc.assert(
      fc.property(offers, (some) => {
        const [lost] = some;
        const found = ladder(of(...some), lost ?? null);
        expect(found.some((rung) => rung.kind === 'factor' && rung.offer === lost)).toBe(false);
      }),
    );
  });
});

describe('"I lost my second factor" leads', () => {
  it.each<[string, readonly Offer[], Offer, readonly HostRung[], unknown]>([
    ['to the backup code where it is the only way besides help', [TOTP, CODES], TOTP, [], CODES],
    ['to help where nothing else is left', [TOTP], TOTP, [], 'help'],
    ['to help past a check that stands alone', [TOTP], TOTP, [OWN], 'help'],
    ['to the ladder where there is a choice', [TOTP, PASSKEY, CODES], TOTP, [], 'ladder'],
    ['to the ladder where another factor is the only way besides help', [TOTP, PASSKEY], TOTP, [], 'ladder'],
    ['to the ladder where the app has its own check', [TOTP, CODES], TOTP, [OWN], 'ladder'],
  ])('%s', (_, offers, lost, own, expected) => {
    expect(entrance(ladder(of(...offers), lost, own))).toEqual(expected);
  });
});
