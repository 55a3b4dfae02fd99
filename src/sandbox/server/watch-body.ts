import type { IncomingMessage } from 'node:http';

/**
 * Calls `whenRead` with the whole body once somebody else has read it, and does not read it itself: a listener of its
 * own would start the flow before the handler that wants the body is there.
 */
export function watchBody(request: IncomingMessage, whenRead: (body: Buffer) => void): void {
  const chunks: Buffer[] = [];
  const emit = request.emit.bind(request);
  // Every way of reading a stream announces each chunk as `data`, whether or not anybody listens.
  request.emit = (event: string | symbol, ...values: unknown[]): boolean => {
    if (event === 'data') chunks.push(Buffer.from(values[0] as Buffer));
    if (event === 'end' && chunks.length > 0) whenRead(Buffer.concat(chunks));
    return emit(event, ...values);
  };
}
