import { createHash } from 'node:crypto';

/** Length and prefix as Exchange gives them; the prefix is what a reader recognises the kind by. */
const shapes = {
  conversation: { prefix: 'AAQkAD', bytes: 61 },
  thread: { prefix: 'AAQkAE', bytes: 70 },
  post: { prefix: 'AAMkAD', bytes: 109 },
  attachment: { prefix: 'AAMkAE', bytes: 121 },
} as const;

/**
 * An id as Graph shows Exchange's: base64 with `-` for `+` and `_` for `/`, ending in `=`, so that a client that does
 * not encode path segments is found out.
 *
 * @param seed what makes it unique
 */
export function exchangeId(kind: keyof typeof shapes, seed: string): string {
  const { prefix, bytes } = shapes[kind];
  const digest = createHash('shake256', { outputLength: bytes }).update(`${kind}:${seed}`).digest('base64');
  return `${prefix}${digest.replaceAll('+', '-').replaceAll('/', '_')}`;
}
