import { inflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** What a page looks like on paper. The browser says before and after that it prints, as it does for a person. */
export async function onPaper(page: Page): Promise<{ pages: number; text: string }> {
  const cdp = await page.context().newCDPSession(page);
  const { data } = await cdp.send('Page.printToPDF', { printBackground: true, preferCSSPageSize: true });
  await cdp.detach();
  return readPaper(Buffer.from(data, 'base64'));
}

/** Spaced letters come apart: what stands on paper is compared without blanks. */
export const dense = (text: string): string => text.replaceAll(/\s+/g, '');

/** Chromium's own PDF: no compressed objects, every font with a table from its glyphs to characters. */
export function readPaper(pdf: Buffer): { pages: number; text: string } {
  const source = pdf.toString('latin1');
  const objects = new Map(
    [...source.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\sendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
  const fonts = new Map<string, Map<string, string>>();
  for (const body of objects.values()) {
    for (const [, name = '', id = ''] of body.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const table = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1];
      if (table) fonts.set(name, glyphsIn(streamOf(objects.get(table) ?? '')));
    }
  }
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\b/.test(body));
  const text = pages.map((body) => {
    const id = /\/Contents (\d+) 0 R/.exec(body)?.[1] ?? '';
    return textIn(streamOf(objects.get(id) ?? ''), fonts);
  });
  return { pages: pages.length, text: text.join('\n') };
}

/** As long as it says: its last byte may look like the end of a line. */
function streamOf(body: string): string {
  const [start = '', head = '', length = '0'] = /^([\s\S]*?\/Length (\d+)\b[\s\S]*?)stream\r?\n/.exec(body) ?? [];
  const bytes = Buffer.from(body.slice(start.length, start.length + Number(length)), 'latin1');
  return (head.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

const fromHex = (hex: string): string => Buffer.from(hex, 'hex').swap16().toString('utf16le');

function glyphsIn(table: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, rows = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, glyph = '', to = ''] of rows.matchAll(/<(\w+)> <(\w+)>/g))
      glyphs.set(glyph.toUpperCase(), fromHex(to));
  }
  for (const [, rows = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = '', to = '', first = ''] of rows.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let at = 0; at <= parseInt(to, 16) - parseInt(from, 16); at += 1) {
        const glyph = (parseInt(from, 16) + at).toString(16).toUpperCase().padStart(4, '0');
        glyphs.set(glyph, String.fromCodePoint(parseInt(first, 16) + at));
      }
    }
  }
  return glyphs;
}

function textIn(content: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  let glyphs: ReadonlyMap<string, string> = new Map();
  let text = '';
  for (const [, font, hex, end] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9A-Fa-f]+)>|(\bET\b)/g)) {
    if (font) glyphs = fonts.get(font) ?? new Map();
    if (end) text += '\n';
    for (const [glyph] of (hex ?? '').matchAll(/.{4}/g)) text += glyphs.get(glyph.toUpperCase()) ?? '\ufffd';
  }
  return text;
}
