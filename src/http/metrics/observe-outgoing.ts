import { subscribe, unsubscribe, type ChannelListener } from 'node:diagnostics_channel';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { Histogram, type Registry } from 'prom-client';

/** What undici, which is behind `fetch`, says of a request (undici, docs/api/DiagnosticsChannel). */
interface FetchMessage {
  readonly request: { readonly method: string; readonly origin: string | URL; readonly path: string };
  readonly response?: { readonly statusCode: number };
}

/** What `node:http` says of one (nodejs.org/api/diagnostics_channel.html, built-in channels). */
interface HttpMessage {
  readonly request: ClientRequest;
  readonly response?: IncomingMessage;
}

/**
 * `kickoff_outgoing_request_duration_seconds`: how long other services took until they answered, by service, method and
 * status (`none`: no answer). Node.js itself tells of every request (diagnostics channels of `fetch` and of `node:http`), so
 * no library and no new call is left out.
 *
 * @param serviceOf names the service behind an address; addresses themselves are never shown
 * @returns what ends it
 */
export function observeOutgoing(registry: Registry, serviceOf: (url: string) => string): () => void {
  const durations = new Histogram({
    name: 'kickoff_outgoing_request_duration_seconds',
    help: 'Time until another service answered, by service, method and status (none: no answer).',
    labelNames: ['service', 'method', 'status'],
    buckets: [0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    registers: [registry],
  });
  const running = new WeakMap<object, number>();
  const begin = (request: object): void => void running.set(request, performance.now());
  const end = (request: object, url: string, method: string, status: number | undefined): void => {
    const startedAt = running.get(request);
    if (startedAt === undefined) return;
    // What goes wrong after the answer has begun is not another answer.
    running.delete(request);
    const labels = { service: serviceOf(url), method, status: String(status ?? 'none') };
    durations.observe(labels, (performance.now() - startedAt) / 1000);
  };
  const fetched = ({ request, response }: FetchMessage): void =>
    end(request, `${String(request.origin)}${request.path}`, request.method, response?.statusCode);
  const called = ({ request, response }: HttpMessage): void =>
    end(
      request,
      `${request.protocol}//${hostOf(request)}${request.path}`,
      request.method,
      response?.statusCode,
    );

  const listeners: Record<string, ChannelListener> = {
    'undici:request:create': (message) => begin((message as FetchMessage).request),
    'undici:request:headers': (message) => fetched(message as FetchMessage),
    'undici:request:error': (message) => fetched(message as FetchMessage),
    'http.client.request.start': (message) => begin((message as HttpMessage).request),
    'http.client.response.finish': (message) => called(message as HttpMessage),
    'http.client.request.error': (message) => called(message as HttpMessage),
  };
  for (const [name, listener] of Object.entries(listeners)) subscribe(name, listener);
  return () => {
    for (const [name, listener] of Object.entries(listeners)) unsubscribe(name, listener);
  };
}

/** With the port, which `host` alone leaves out. */
function hostOf(request: ClientRequest): string {
  const header = request.getHeader('host');
  return typeof header === 'string' ? header : request.host;
}
