import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface TcpProxy {
  readonly port: number;
  /** From now on, whatever comes or goes on the connections there are is lost without a word; new ones work. */
  swallow(): void;
  /** Ends all connections, and every new one at once, until the function that it answers is called. */
  cut(): () => void;
  close(): Promise<void>;
}

/** Passes connections on loopback on to a server. */
export async function createTcpProxy(target: URL): Promise<TcpProxy> {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((incoming) => {
    if (isCut) return incoming.destroy();
    const outgoing = connect(Number(target.port || 5432), target.hostname);
    for (const [socket, other] of [
      [incoming, outgoing],
      [outgoing, incoming],
    ] as const) {
      open.add(socket);
      socket.pipe(other);
      socket.on('error', () => other.destroy());
      socket.on('close', () => open.delete(socket));
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    swallow() {
      for (const socket of open) socket.unpipe().resume();
    },
    cut() {
      isCut = true;
      for (const socket of open) socket.destroy();
      return () => void (isCut = false);
    },
    async close() {
      for (const socket of open) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
