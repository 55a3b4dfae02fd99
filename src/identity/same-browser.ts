import { createHash, timingSafeEqual } from 'node:crypto';

/** Whether a browser's cookie is the one whose SHA-256 (base64url) was kept; takes the same time either way. */
export function sameBrowser(cookie: string | undefined, hash: string): boolean {
  const given = createHash('sha256')
    .update(cookie ?? '')
    .digest();
  const expected = Buffer.from(hash, 'base64url');
  return expected.length === given.length && timingSafeEqual(given, expected) && cookie !== undefined;
}
