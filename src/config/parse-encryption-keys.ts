import type { EncryptionKey } from './configuration.ts';

/** 32 bytes in base64: 43 digits and one `=`. */
const entry = /^([\w-]{1,32}):([A-Za-z0-9+/]{43}=)$/;

/**
 * Keys as `id:base64(32 bytes)`, separated by commas or spaces.
 *
 * @returns the keys in order, or what is wrong, with the position of the entry and never with its text.
 */
export function parseEncryptionKeys(text: string): EncryptionKey[] | string {
  const keys: EncryptionKey[] = [];
  for (const [index, part] of text
    .split(/[\s,]+/)
    .filter(Boolean)
    .entries()) {
    const [, id, base64] = entry.exec(part) ?? [];
    if (id === undefined || base64 === undefined) {
      return `has an entry (number ${index + 1}) that is not id:base64 of exactly 32 bytes`;
    }
    if (keys.some((earlier) => earlier.id === id)) return `has two keys with the id "${id}"`;
    keys.push({ id, key: Buffer.from(base64, 'base64') });
  }
  return keys.length > 0 ? keys : 'is missing';
}
