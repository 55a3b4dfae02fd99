import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Forwarder {
  readonly origin: string;
  /** The ports of what is behind it, in turn; one that takes no connection is passed over. */
  targets: number[];
  /** How many requests each port was given. */
  readonly given: Map<number, number>;
  stop(): Promise<void>;
}

/** A load balancer of the simplest kind: one request to one port, the next to the next one, whoever asks. */
export async function startForwarder(): Promise<Forwarder> {
  let turn = 0;
  const given = new Map<number, number>();
  const server = createServer((incoming, outgoing) => void pass(incoming, outgoing));

  async function pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    try {
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
    } catch {
      return;
    }
    const first = turn++;
    const { targets } = forwarder;
    for (let n = 0; n < targets.length; n += 1) {
      const port = targets[(first + n) % targets.length]!;
      const outcome = await forward(port, incoming, Buffer.concat(chunks), outgoing);
      if (outcome === 'not-connected') continue;
      given.set(port, (given.get(port) ?? 0) + 1);
      if (outcome === 'answered') return;
      break;
    }
    if (!outgoing.headersSent) outgoing.writeHead(502);
    outgoing.end();
  }

  server.listen(0, 'localhost');
  await once(server, 'listening');
  const forwarder: Forwarder = {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    targets: [],
    given,
    async stop() {
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  return forwarder;
}

/** What was sent to a port that took it is never sent to another one. */
function forward(
  port: number,
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  outgoing: ServerResponse,
): Promise<'answered' | 'not-connected' | 'cut'> {
  return new Promise((resolve) => {
    const passed = request({ host: 'localhost', port, method, path: url, headers, agent: false });
    passed.once('response', (response) => {
      outgoing.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(outgoing);
      response.once('end', () => resolve('answered'));
      response.once('error', () => resolve('cut'));
      response.once('aborted', () => resolve('cut'));
    });
    passed.once('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'not-connected' : 'cut'),
    );
    passed.end(body);
  });
}
