import { inflateSync } from 'node:zlib';

/** A PNG: its size and, where it is stored as 8 bits of red, green, blue and alpha, its pixels. */
export interface Png {
  readonly width: number;
  readonly height: number;
  /** Four bytes per pixel, row by row; undefined for every other way in which a PNG can store them. */
  readonly pixels: Buffer | undefined;
}

const signature = '89504e470d0a1a0a';
const rgba = 6;

/** Reads as much of a PNG as an icon has to be checked for (W3C PNG, §5 chunks, §9 filters). @returns undefined for anything else */
export function readPng(bytes: Buffer): Png | undefined {
  if (bytes.toString('hex', 0, 8) !== signature || bytes.length < 33) return undefined;
  const width = bytes.readUInt32BE(16);
  const height = bytes.readUInt32BE(20);
  const [depth, colour, , , interlaced] = bytes.subarray(24, 29);
  const plain = depth === 8 && colour === rgba && interlaced === 0 && width * height <= 1_000_000;
  return { width, height, pixels: plain ? unfilter(inflateSync(dataOf(bytes)), width, height) : undefined };
}

function dataOf(bytes: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const length = bytes.readUInt32BE(at);
    if (bytes.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(bytes.subarray(at + 8, at + 8 + length));
  }
  return Buffer.concat(parts);
}

/** Each row begins with the way in which its bytes were predicted from the left (a), above (b) and above left (c). */
function unfilter(data: Buffer, width: number, height: number): Buffer {
  const row = width * 4;
  const pixels = Buffer.alloc(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = data[y * (row + 1)] ?? 0;
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const a = x < 4 ? 0 : pixels[at - 4]!;
      const b = y === 0 ? 0 : pixels[at - row]!;
      const c = x < 4 || y === 0 ? 0 : pixels[at - row - 4]!;
      const predicted = [0, a, b, (a + b) >> 1, paeth(a, b, c)][filter] ?? 0;
      pixels[at] = (data[y * (row + 1) + 1 + x] ?? 0) + predicted;
    }
  }
  return pixels;
}

function paeth(a: number, b: number, c: number): number {
  const [toA, toB, toC] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
  if (toA <= toB && toA <= toC) return a;
  return toB <= toC ? b : c;
}
