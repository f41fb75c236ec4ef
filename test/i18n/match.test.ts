import { describe, expect, it } from 'vitest';
import { directionOf, isMeantFor, match } from '../../src/i18n/match.js';

const KNOWN = ['de', 'nb', 'pt-BR', 'zh-Hans', 'zh-Hant', 'he', 'id'];

describe('the language of a page', () => {
  it.each([
    ['de', 'de'],
    ['de-AT', 'de'],
    ['DE_at', 'de'],
    ['zh', 'zh-Hans'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['pt', 'pt-BR'],
    ['pt-PT', 'pt-BR'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['iw', 'he'],
    ['in', 'id'],
    ['sw', undefined],
    ['en', undefined],
    ['not a language', undefined],
    ['', undefined],
  ])('%s is read as %s', (wanted, found) => {
    expect(match(wanted, KNOWN)).toBe(found);
  });

  it('is read in its own region first', () => {
    expect(match('pt-PT', ['pt-BR', 'pt-PT'])).toBe('pt-PT');
  });

  it('takes words that are for all of it, or for its region, and none for another', () => {
    expect(['de', 'de-CH', 'de-AT'].map((tag) => isMeantFor(tag, 'de-CH'))).toEqual([true, true, false]);
  });

  it.each([
    ['ar', 'rtl'],
    ['he-IL', 'rtl'],
    ['fa', 'rtl'],
    ['de', 'ltr'],
    ['zh-Hant', 'ltr'],
    ['az', 'ltr'],
  ])('%s is written %s', (tag, direction) => {
    expect(directionOf(tag)).toBe(direction);
  });
});
