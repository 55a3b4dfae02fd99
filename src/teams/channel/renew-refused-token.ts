import type { ConnectorClient } from 'botframework-connector';
import type { Clock } from '../../conversations/ports/clock.ts';
import type { ConnectorPolicy } from './connector-pipeline.ts';

/** A channel that refuses every token must not cost a token request per message, in milliseconds. */
const pauseMs = 60_000;

/** Times in epoch milliseconds; `arrived` is missing while the token is under way. */
interface Renewal {
  at: number;
  token: Promise<string>;
  arrived?: number;
}

/**
 * Bot Framework keeps the bot's token until it expires, also when the channel answers 401 to it (its keys changed, the
 * session was revoked). A 401 was not acted on, so the request goes once more with a token fetched anew.
 */
export function renewRefusedToken(connector: ConnectorClient, clock: Clock): ConnectorPolicy {
  const credentials = (connector as unknown as { credentials: { getToken(force: boolean): Promise<string> } })
    .credentials;
  let renewal: Renewal | undefined;

  function renewed(begun: number): Promise<string> | undefined {
    const now = clock.now().getTime();
    // Whatever begins before the new token is here carries the old one.
    if (renewal !== undefined && begun <= (renewal.arrived ?? begun)) return renewal.token;
    if (renewal !== undefined && now - renewal.at < pauseMs) return undefined;
    const fresh: Renewal = {
      at: now,
      token: credentials.getToken(true).finally(() => {
        fresh.arrived = clock.now().getTime();
      }),
    };
    renewal = fresh;
    return fresh.token;
  }

  return {
    name: 'kickoffRenewRefusedToken',
    async sendRequest(request, next) {
      const begun = clock.now().getTime();
      const answer = await next(request);
      const token = answer.status === 401 ? renewed(begun) : undefined;
      if (token === undefined) return answer;
      request.headers.set('authorization', `Bearer ${await token}`);
      return next(request);
    },
  };
}
