import { connect, type Socket } from 'node:net';

/** A bare connection to a server, for what no HTTP client would send. */
export interface OpenSocket {
  socket: Socket;
  /** What came back so far. */
  text: () => string;
  /** Everything that came back, once the server has closed the connection. */
  closed: Promise<string>;
  /** Resolves when what came back contains `part`. */
  until: (part: string) => Promise<void>;
}

export function openSocket(origin: string): OpenSocket {
  const { hostname, port } = new URL(origin);
  const socket = connect(Number(port), hostname);
  let received = '';
  const waiting = new Set<() => void>();
  socket.setEncoding('latin1');
  socket.on('data', (chunk: string) => {
    received += chunk;
    for (const look of waiting) look();
  });
  // A server that cuts the connection may do so with a reset.
  socket.on('error', () => {});
  return {
    socket,
    text: () => received,
    closed: new Promise((resolve) => {
      socket.once('close', () => resolve(received));
    }),
    until: (part) =>
      new Promise((resolve) => {
        const look = () => {
          if (!received.includes(part)) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}
