import { crc32, deflateSync } from 'node:zlib';
import { PNG } from 'pngjs';

/** So many colours: those of the page, and some for the edges of its letters, which are most of what a picture weighs. */
const COLOURS = 32;

/** A screenshot in its most frequent colours, with a palette: a fifth of its bytes. */
export function smallPng(picture: Buffer): Buffer {
  const { data, width, height } = PNG.sync.read(picture);
  const pixels = new Uint32Array(new Uint8Array(data).buffer);
  const counts = new Map<number, number>();
  for (const pixel of pixels) counts.set(pixel, (counts.get(pixel) ?? 0) + 1);
  const palette = [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, COLOURS)
    .map(([colour]) => colour);
  const index = new Map([...counts.keys()].map((pixel) => [pixel, nearest(pixel, palette)]));
  // Each row begins with its filter: none.
  const rows = new Uint8Array((width + 1) * height);
  for (const [at, pixel] of pixels.entries()) rows[at + Math.floor(at / width) + 1] = index.get(pixel) ?? 0;
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits each, by a palette.
  size.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    picture.subarray(0, 8),
    chunk('IHDR', size),
    chunk('PLTE', Buffer.from(palette.flatMap(channels))),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const channels = (colour: number): number[] => [0, 8, 16].map((bits) => (colour >>> bits) & 255);

function nearest(pixel: number, palette: readonly number[]): number {
  const here = channels(pixel);
  const far = palette.map((colour) => channels(colour).reduce((sum, one, at) => sum + (one - (here[at] ?? 0)) ** 2, 0));
  return far.indexOf(Math.min(...far));
}

/** PNG, 5.3: length, name, content, and the check of the last two. */
function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name), content]);
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
