import {
  BotFrameworkAuthentication,
  type AuthenticateRequestResult,
  type ClaimsIdentity,
  type ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import type { Activity } from 'botbuilder';
import type { ConnectorClients } from './connector-clients.ts';

/**
 * Bot Framework's authentication with the clients that Kickoff keeps: one connector per service URL, without replays,
 * and one user-token client, instead of new ones for every turn (`connector-clients.ts` says why).
 */
export class ChannelAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #factory: ConnectorFactory;
  #userTokens: Promise<UserTokenClient> | undefined;

  constructor(inner: BotFrameworkAuthentication, clients: ConnectorClients) {
    super();
    this.#inner = inner;
    this.#factory = { create: (serviceUrl) => clients.forServiceUrl(serviceUrl) };
  }

  async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    const result = await this.#inner.authenticateRequest(activity, authHeader);
    return { ...result, connectorFactory: this.#factory };
  }

  authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return Promise.reject(new Error('streaming is not offered'));
  }

  createConnectorFactory(): ConnectorFactory {
    return this.#factory;
  }

  createUserTokenClient(claimsIdentity: ClaimsIdentity): Promise<UserTokenClient> {
    this.#userTokens ??= this.#inner.createUserTokenClient(claimsIdentity);
    return this.#userTokens;
  }

  override getOriginatingAudience(): string {
    return this.#inner.getOriginatingAudience();
  }
}
