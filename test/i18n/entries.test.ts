import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { entries } from './entries.js';

describe('the modules that bring a language', () => {
  it.each([...entries])('%s is as `npm run locales` writes it', (file, text) => {
    expect(readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8')).toBe(text);
  });
});
