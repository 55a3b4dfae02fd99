import { lookup as lookUp } from 'node:dns';
import { request as httpsRequest } from 'node:https';
import { isIP } from 'node:net';
import { isPrivateAddress } from './is-private-address.ts';
import { publicOnly } from './public-only.ts';

export interface UploadOptions {
  /** Milliseconds for all of it. */
  deadlineMs: number;
  /** Whether the host may have an address that is not public. */
  mayBePrivate: boolean;
  lookup?: typeof lookUp;
}

export type Upload = { kind: 'uploaded' } | { kind: 'failed'; why: string };

/**
 * One PUT by https of a whole file into an upload session, whose address is all the permission it needs (Teams platform, "Send
 * and receive files through the bot"; Graph, `driveItem: createUploadSession`: up to 60 MiB in one piece, no
 * `Authorization`). Redirects are answers like any other; nothing is sent twice.
 */
export function upload(url: URL, bytes: Buffer, options: UploadOptions): Promise<Upload> {
  const { deadlineMs, mayBePrivate, lookup = lookUp } = options;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!mayBePrivate && isIP(host) !== 0 && isPrivateAddress(host))
    return Promise.resolve({ kind: 'failed', why: 'a private address' });
  return new Promise((resolve) => {
    const request = httpsRequest(
      url,
      {
        method: 'PUT',
        signal: AbortSignal.timeout(deadlineMs),
        agent: false,
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': bytes.length,
          'content-range': `bytes 0-${bytes.length - 1}/${bytes.length}`,
        },
        ...(!mayBePrivate && { lookup: publicOnly(lookup) }),
      },
      (answer) => {
        const { statusCode = 0 } = answer;
        answer.resume();
        const isTaken = statusCode >= 200 && statusCode < 300;
        resolve(isTaken ? { kind: 'uploaded' } : { kind: 'failed', why: `status ${statusCode}` });
      },
    );
    request.on('error', (error) => resolve({ kind: 'failed', why: error.message }));
    request.end(bytes);
  });
}
