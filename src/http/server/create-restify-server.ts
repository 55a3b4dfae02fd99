import { pino } from 'pino';
import restify from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { Log } from '../../conversations/ports/log.ts';
import { answerProblem } from './answer-problem.ts';
import { beforeRouting } from './before-routing.ts';
import type { HttpLimits } from './http-limits.ts';
import { refuseTarget } from './refuse-target.ts';
import { routeOf } from './route-of.ts';

/**
 * A restify server without a banner, whose errors are problem+json with fixed texts: nothing of an unexpected error
 * reaches the caller. Every handler must be async, because restify turns only rejections into answers: what a plain
 * handler throws ends the process.
 */
export function createRestifyServer(log: Log, limits: HttpLimits): restify.Server {
  // restify's own log would repeat addresses with their queries; what matters is logged here.
  const silent = pino({ level: 'silent' }) as never;
  const server = restify.createServer({ name: '', log: silent });
  const http = server.server as import('node:http').Server & { connectionsCheckingInterval: number };
  http.headersTimeout = limits.headersTimeout;
  http.requestTimeout = limits.requestTimeout;
  http.timeout = limits.stillTimeout;
  http.keepAliveTimeout = limits.keepAliveTimeout;
  http.connectionsCheckingInterval = limits.checkInterval;
  // restify listens for upgrades and then leaves their sockets open for ever; without a listener Node answers plainly.
  http.removeAllListeners('upgrade');

  beforeRouting(server, refuseTarget);
  server.on(
    'restifyError',
    (request: restify.Request, response: restify.Response, error: unknown, done: () => void) => {
      if (!response.headersSent) answerError(request, response, error);
      done();
    },
  );

  function answerError(request: restify.Request, response: restify.Response, error: unknown): void {
    const routing = routingStatus(error);
    if (routing !== undefined) {
      answerProblem(response, routing);
    } else if (error instanceof CodedError && error.status < 500) {
      answerProblem(response, error);
    } else {
      log.error({ route: routeOf(request), error }, 'The request failed');
      answerProblem(response, new CodedError('INTERNAL'));
    }
  }
  return server;
}

/** 404 and 405 are what restify's router says itself; a handler's error never has these names. */
function routingStatus(error: unknown): 404 | 405 | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'ResourceNotFoundError') return 404;
  return error.name === 'MethodNotAllowedError' ? 405 : undefined;
}
