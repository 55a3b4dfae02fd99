import type { IncomingMessage } from 'node:http';
import { CodedError } from '../../conversations/errors/coded-error.ts';

/**
 * Reads a request's body, at most `limit` bytes of it: nothing beyond is kept, whatever the length header says.
 *
 * @throws CodedError BODY_OVER_LIMIT as soon as it is known to be larger.
 * @throws the stream's own error (ECONNRESET) when the caller goes away before the end.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  const tooLarge = () => new CodedError('BODY_OVER_LIMIT', { limit: String(limit) });
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) {
      reject(tooLarge());
      return;
    }
    const chunks: Buffer[] = [];
    let length = 0;
    const take = (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        // The rest is read and dropped by Node (until the request's time is over), so that the answer can arrive.
        request.off('data', take).resume();
        reject(tooLarge());
      } else {
        chunks.push(chunk);
      }
    };
    request.on('data', take);
    request.once('end', () => resolve(Buffer.concat(chunks, length)));
    request.once('error', reject);
    request.once('close', () => reject(new Error('The caller closed the connection')));
  });
}
