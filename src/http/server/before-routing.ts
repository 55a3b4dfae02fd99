import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'restify';

/** Sees a request before restify does anything with it; false means that it was answered and restify leaves it. */
export type BeforeRouting = (request: IncomingMessage, response: ServerResponse) => boolean;

/** Adds a handler in front of everything (restify's `first`, which its types do not know); they run in order. */
export function beforeRouting(server: Server, handler: BeforeRouting): void {
  (server as Server & { first(handler: BeforeRouting): void }).first(handler);
}
