import { lookup as lookUp } from 'node:dns';
import { get } from 'node:https';
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { isPrivateAddress } from './is-private-address.ts';
import { PrivateAddress, publicOnly } from './public-only.ts';

export interface DownloadOptions {
  /** Bytes; more than that is not read. */
  most: number;
  /** Milliseconds for all of it. */
  deadlineMs: number;
  /** A bearer token for the host. */
  token?: string;
  /** Whether the host may have an address that is not public. */
  mayBePrivate: boolean;
  lookup?: typeof lookUp;
}

export type Download =
  | { kind: 'bytes'; bytes: Buffer }
  | { kind: 'too-large' }
  /** 3xx, or 4xx other than 408 and 429: asking again does not help. */
  | { kind: 'refused'; why: string }
  | { kind: 'failed'; why: string };

/**
 * One GET by https. Redirects are answers like any other. The address that the name stands for is checked where it is
 * connected to, so that a name cannot stand for one address when it is checked and for another when it is used.
 */
export function download(url: URL, options: DownloadOptions): Promise<Download> {
  const { most, token, mayBePrivate, deadlineMs, lookup = lookUp } = options;
  const signal = AbortSignal.timeout(Math.max(1, deadlineMs));
  const host = url.hostname.replace(/^\[|\]$/g, '');
  // A name that is an address is not looked up.
  if (!mayBePrivate && isIP(host) !== 0 && isPrivateAddress(host))
    return Promise.resolve({ kind: 'refused', why: 'a private address' });
  return new Promise((resolve) => {
    const failed = (error: Error): void =>
      resolve({ kind: error instanceof PrivateAddress ? 'refused' : 'failed', why: error.message });
    const request = get(
      url,
      {
        signal,
        agent: false,
        headers: { accept: '*/*', ...(token !== undefined && { authorization: `Bearer ${token}` }) },
        ...(!mayBePrivate && { lookup: publicOnly(lookup) }),
      },
      (answer) => {
        readAnswer(answer, most).then((download) => {
          // Whatever is still to come is not wanted.
          request.destroy();
          resolve(download);
        }, failed);
      },
    );
    request.on('error', failed);
  });
}

async function readAnswer(answer: IncomingMessage, most: number): Promise<Download> {
  const { statusCode = 0 } = answer;
  if (statusCode !== 200) {
    const isFinal = statusCode >= 300 && statusCode < 500 && statusCode !== 408 && statusCode !== 429;
    return { kind: isFinal ? 'refused' : 'failed', why: `status ${statusCode}` };
  }
  if (Number(answer.headers['content-length'] ?? 0) > most) return { kind: 'too-large' };
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > most) return { kind: 'too-large' };
    chunks.push(chunk);
  }
  return { kind: 'bytes', bytes: Buffer.concat(chunks, length) };
}
