import { randomUUID } from 'node:crypto';
import type { Registry } from 'prom-client';
import type { Configuration } from '../config/configuration.ts';
import type { Person } from '../conversations/person.ts';
import type { Clock } from '../conversations/ports/clock.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { SignIn } from '../conversations/ports/sign-in.ts';
import type { GraphNotification } from '../watches/receive-notifications.ts';
import type { ApiUse } from './api/api-parts.ts';
import { mountApi } from './api/mount-api.ts';
import { createRequestDurations } from './metrics/create-request-durations.ts';
import type { PageTextsFor } from './pages/page-texts.ts';
import { mountAuthAssets } from './routes/auth-assets.ts';
import { mountAuthEnd } from './routes/auth-end.ts';
import { mountAuthStart } from './routes/auth-start.ts';
import { mountGraphNotifications } from './routes/graph-notifications.ts';
import { mountHealth } from './routes/health.ts';
import { mountMessages, type Receive } from './routes/messages.ts';
import { mountMetrics } from './routes/metrics.ts';
import { createRestifyServer } from './server/create-restify-server.ts';
import { defaultHttpLimits, type HttpLimits } from './server/http-limits.ts';
import { listen } from './server/listen.ts';
import { observeRequests } from './server/observe-requests.ts';
import { stopGracefully } from './server/stop-gracefully.ts';

export interface HttpServerOptions {
  readonly configuration: Pick<Configuration, 'server' | 'metrics' | 'api'> & {
    readonly endpoints: Pick<Configuration['endpoints'], 'outlook'>;
  };
  /** Whether the bot may answer to an address: its token goes there. */
  readonly isServiceUrlAllowed: (serviceUrl: string) => boolean;
  readonly receive: Receive;
  readonly signIn: Pick<SignIn, 'startAuthorization' | 'endAuthorization'>;
  /** Words of the sign-in's pages. */
  readonly pageTexts: PageTextsFor;
  /** What other systems may do. */
  readonly api: ApiUse;
  /** Told of everybody who signed in by browser, before their page is shown. */
  readonly onSignedIn: (person: Person) => Promise<void>;
  /** Takes what Microsoft Graph calls back with, without waiting; without it there is no such route. */
  readonly notified?: (notifications: readonly GraphNotification[]) => void;
  /** Whether the process can do its work: storage, above all. */
  readonly health: () => Promise<boolean>;
  readonly clock: Clock;
  readonly log: Log;
  /** Shown at `/metrics`, requests included. */
  readonly metrics: Registry;
  readonly newId?: () => string;
  readonly limits?: Partial<HttpLimits>;
}

export interface HttpServer {
  /** @throws the listener's own error, e.g. EADDRINUSE; then nothing listens. */
  start(): Promise<void>;
  /** Takes nothing new, lets running requests end, then closes. */
  stop(): Promise<void>;
  /** Where this machine reaches the server, e.g. `http://localhost:3978`. @throws Error before it was started. */
  origin(): string;
  /** The same of the listener on METRICS_PORT; undefined without one. */
  metricsOrigin(): string | undefined;
}

/**
 * Everything that Kickoff answers over HTTP (design: "Routes"), and the metrics' own listener on loopback.
 *
 * @example
 * const http = createHttpServer({ configuration, receive, signIn, onSignedIn, health, clock, log, metrics });
 * await http.start();
 */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { configuration, clock, log, signIn, metrics: registry } = options;
  const limits = { ...defaultHttpLimits, ...options.limits };
  const { publicUrl, host, port } = configuration.server;
  const durations = createRequestDurations(registry);

  const stopping = new AbortController();

  const main = createRestifyServer(log, limits);
  const stopMain = stopGracefully(main, limits.stopGrace);
  observeRequests(main, { log, durations, newId: options.newId ?? randomUUID });
  mountMessages(main, {
    receive: options.receive,
    isServiceUrlAllowed: options.isServiceUrlAllowed,
    bodyBytes: limits.bodyBytes,
  });
  if (options.notified !== undefined) {
    mountGraphNotifications(main, { notified: options.notified, bodyBytes: limits.notificationBytes });
  }
  const signInRoutes = { signIn, publicUrl, log, pageTexts: options.pageTexts };
  mountAuthStart(main, signInRoutes);
  mountAuthEnd(main, { ...signInRoutes, onSignedIn: options.onSignedIn });
  mountAuthAssets(main);
  const { clients, rate } = configuration.api;
  mountApi(main, {
    ...options.api,
    ...{ rate, publicUrl, clock, log, bodyBytes: limits.bodyBytes, stopping: stopping.signal },
    open: clients.size > 0,
    outlook: configuration.endpoints.outlook,
  });
  mountHealth(main, {
    health: options.health,
    clock,
    log,
    deadline: limits.healthDeadline,
    memory: limits.healthMemory,
  });
  if (configuration.metrics.token !== undefined) {
    mountMetrics(main, { registry, token: configuration.metrics.token });
  }

  const inside = configuration.metrics.port === undefined ? undefined : createRestifyServer(log, limits);
  const stopInside = inside === undefined ? undefined : stopGracefully(inside, limits.stopGrace);
  if (inside !== undefined) mountMetrics(inside, { registry, token: undefined });

  const origins: { main?: string; inside?: string } = {};

  async function stop(): Promise<void> {
    stopping.abort();
    // Metrics last: how the stop went can still be read.
    await stopMain();
    await stopInside?.();
  }

  return {
    async start() {
      try {
        if (inside !== undefined) {
          origins.inside = await listen(inside, '127.0.0.1', configuration.metrics.port ?? 0);
        }
        origins.main = await listen(main, host, port);
      } catch (error) {
        await stop();
        throw error;
      }
    },
    stop,
    origin() {
      if (origins.main === undefined) throw new Error('The server was not started');
      return origins.main;
    },
    metricsOrigin: () => origins.inside,
  };
}
