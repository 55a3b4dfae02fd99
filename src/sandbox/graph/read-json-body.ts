import type { IncomingMessage } from 'node:http';
import { GraphRefusal } from './graph-refusal.ts';

/** Graph's limit for one request: "The maximum request length supported is 4MB". */
const limit = 4 * 1024 * 1024;

/** @throws GraphRefusal 413 above 4 MB, 400 when it is not JSON. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    // Read to the end all the same: a caller that is still writing would not see the answer.
    if (length <= limit) chunks.push(chunk);
  }
  if (length > limit) {
    throw new GraphRefusal(413, 'RequestEntityTooLarge', 'The maximum request length supported is 4MB.');
  }
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new GraphRefusal(
      400,
      'RequestBodyRead',
      'The content type of the request body must be application/json.',
    );
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    throw new GraphRefusal(
      400,
      'BadRequest',
      'Unable to read JSON request payload. Please ensure Content-Type header is set and payload is of valid JSON format.',
    );
  }
}
