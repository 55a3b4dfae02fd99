import type { Server as HttpServer, ServerResponse } from 'node:http';
import type { Server } from 'restify';
import { beforeRouting } from './before-routing.ts';

/**
 * Prepares a server for stopping; the answer stops it: no new connections, idle ones closed, running requests get
 * `grace` milliseconds to end, then their sockets are closed. Stopping twice, or what never listened, is fine.
 */
export function stopGracefully(server: Server, grace: number): () => Promise<void> {
  const http = server.server as HttpServer;
  const running = new Set<ServerResponse>();
  let stopped: Promise<void> | undefined;

  beforeRouting(server, (_request, response) => {
    running.add(response);
    if (stopped !== undefined) response.setHeader('Connection', 'close');
    response.once('close', () => running.delete(response));
    return true;
  });

  function stop(): Promise<void> {
    return new Promise((resolve) => {
      const impatience = setTimeout(() => http.closeAllConnections(), grace);
      // A connection that is busy now would otherwise be kept alive after its answer.
      for (const response of running) {
        if (!response.headersSent) response.setHeader('Connection', 'close');
      }
      http.close(() => {
        clearTimeout(impatience);
        resolve();
      });
    });
  }
  return () => (stopped ??= stop());
}
