import type { AppCredentials, BotFrameworkAuthentication, ConnectorClient } from 'botframework-connector';
import { ClaimsIdentity } from 'botframework-connector';
import type { Clock } from '../../conversations/ports/clock.ts';
import { systemClock } from '../../conversations/system/system-clock.ts';
import type { ConnectorPipeline } from './connector-pipeline.ts';
import { renewRefusedToken } from './renew-refused-token.ts';
import { targetRequests } from './target-requests.ts';

export interface ConnectorUse {
  /** For messages that only their recipient sees. */
  targeted?: boolean;
}

/** Connectors to the channel, kept per service URL. */
export interface ConnectorClients {
  /** @throws Error when the bot's token may not be sent to that host */
  forServiceUrl(serviceUrl: string, options?: ConnectorUse): Promise<ConnectorClient>;
  /** The bot's own token, as Bot Framework keeps it. @throws Error when it may not be sent to that host */
  botToken(serviceUrl: string): Promise<string>;
}

/**
 * The connector repeats a POST up to three times on 408, 5xx and connection errors, and follows redirects with it; each
 * may show a message twice. It offers no setting for this, so both policies are taken out of its pipeline, and a test
 * counts requests on the wire.
 */
const replayingPolicies = ['defaultRetryPolicy', 'redirectPolicy'];

export interface ConnectorClientsOptions {
  appId: string;
  /** What the bot's token is asked for. */
  audience: string;
  /** Hosts that the bot's token may be sent to. */
  isServiceUrlAllowed: (serviceUrl: string) => boolean;
  /** Longest time for one request to the channel, in milliseconds: 10 s. The connector itself has none. */
  deadlineMs?: number;
  clock?: Clock;
}

export function createConnectorClients(
  authentication: BotFrameworkAuthentication,
  options: ConnectorClientsOptions,
): ConnectorClients {
  const { deadlineMs = 10_000, clock = systemClock } = options;
  const identity = new ClaimsIdentity([
    { type: 'aud', value: options.appId },
    { type: 'appid', value: options.appId },
  ]);
  const factory = authentication.createConnectorFactory(identity);
  const clients = new Map<string, Promise<ConnectorClient>>();
  return {
    async botToken(serviceUrl) {
      const { credentials } = await this.forServiceUrl(serviceUrl);
      return (credentials as AppCredentials).getToken();
    },
    forServiceUrl(serviceUrl, { targeted = false } = {}) {
      if (!options.isServiceUrlAllowed(serviceUrl)) {
        return Promise.reject(new Error(`service URL host ${hostOf(serviceUrl)} is not on the allow-list`));
      }
      const key = `${targeted ? 'targeted' : 'plain'} ${serviceUrl}`;
      let client = clients.get(key);
      if (client === undefined) {
        client = factory
          .create(serviceUrl, options.audience)
          .then((connector) => withOwnPolicies(connector, { deadlineMs, clock, targeted }));
        clients.set(key, client);
        client.catch(() => clients.delete(key));
      }
      return client;
    },
  };
}

function withOwnPolicies(
  connector: ConnectorClient,
  { deadlineMs, clock, targeted }: { deadlineMs: number; clock: Clock; targeted: boolean },
): ConnectorClient {
  const { pipeline } = (connector as unknown as { client: { pipeline: ConnectorPipeline } }).client;
  for (const name of replayingPolicies) {
    if (pipeline.removePolicy({ name }).length === 0)
      throw new Error(`the connector has no ${name} to take out: look at how it repeats requests now`);
  }
  pipeline.addPolicy({
    name: 'kickoffDeadline',
    sendRequest: (request, next) => {
      request.timeout = deadlineMs;
      return next(request);
    },
  });
  if (targeted) pipeline.addPolicy(targetRequests);
  pipeline.addPolicy(renewRefusedToken(connector, clock), { phase: 'Sign' });
  return connector;
}

function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : '(none)';
}
