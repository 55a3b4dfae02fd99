import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { Request } from 'restify';

/**
 * Takes a request in, so that its handlers can run later, whether or not the caller has hung up by then. For handlers
 * that read the body by iterating over the request, as Graph's do.
 *
 * @returns false when the caller hung up before all of it had arrived: then there is nothing to be handled
 */
export async function outliveCaller(req: Request): Promise<boolean> {
  try {
    const body = await buffer(req);
    const again = { [Symbol.asyncIterator]: () => Readable.from([body])[Symbol.asyncIterator]() };
    // restify runs no handler of a request whose caller has gone, and Node destroys its body.
    Object.assign(req, again, { connectionState: () => '' });
    return true;
  } catch {
    return false;
  }
}
