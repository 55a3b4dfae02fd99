import type { Response } from 'restify';

/** One whole answer. Without a body it is bare. */
export interface Answer {
  status: number;
  headers?: Readonly<Record<string, string>>;
  body?: string | Buffer;
}

/**
 * Sends an answer exactly as given, past restify's formatters (which would negotiate types and show error texts).
 * Nothing is stored by caches and no type is guessed unless the answer's own headers say otherwise.
 */
export function answer(response: Response, { status, headers = {}, body = '' }: Answer): void {
  response.sendRaw(status, body, {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    ...(status === 304 ? {} : { 'Content-Length': String(Buffer.byteLength(body)) }),
    ...headers,
  });
}
