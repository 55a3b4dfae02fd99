import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

/** A file for browsers, read and compressed once. */
export interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly gzipped: Buffer;
  /** Strong validator over the content. */
  readonly etag: string;
}

/** @throws ENOENT when the file is not there: at start, not in front of a person. */
export function loadAsset(file: string | URL, type: string): Asset {
  const plain = readFileSync(file);
  const hash = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  return { type, plain, gzipped: gzipSync(plain), etag: `"${hash}"` };
}
