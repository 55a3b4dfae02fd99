import type { AuthenticationResult } from '@azure/msal-node';
import type { Configuration } from '../config/configuration.ts';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Clock } from '../conversations/ports/clock.ts';
import { systemClock } from '../conversations/system/system-clock.ts';
import { createAppProof } from './create-app-proof.ts';
import { createEntraClient } from './entra-client.ts';
import { createSingleFlight } from './single-flight.ts';
import { createTenantDocuments } from './tenant-documents.ts';

/** What Bot Framework's MSAL credentials call for the bot's own token. */
export interface ChannelApplication {
  acquireTokenByClientCredential(request: { scopes: string[] }): Promise<AuthenticationResult | null>;
}

/**
 * Gets the bot's own token for the channel. Bot Framework keeps the token, but lets every first turn ask by itself and has
 * MSAL refuse for a minute after one 5xx: here those who ask together share one request, and each request stands alone.
 * Only a 429 is remembered, for as long as Entra says.
 *
 * Its method throws CodedError SIGN_IN_UNAVAILABLE, SIGN_IN_THROTTLED or REGISTRATION_REFUSED, else what MSAL throws.
 */
export function createChannelApplication(
  configuration: Pick<Configuration, 'app'> & { endpoints: Pick<Configuration['endpoints'], 'channelLogin'> },
  { clock = systemClock, deadlineMs = 10_000 }: { clock?: Clock; deadlineMs?: number } = {},
): ChannelApplication {
  const { app, endpoints } = configuration;
  const authority = endpoints.channelLogin.replace(/\/+$/, '');
  const documents = createTenantDocuments({ authority, clock, deadlineMs });
  const flights = createSingleFlight<AuthenticationResult | null>();
  const credential = createAppProof(app.credential, { deadlineMs });
  let throttledUntil = -Infinity;

  async function acquire(scopes: string[]): Promise<AuthenticationResult | null> {
    if (clock.now().getTime() < throttledUntil) throw new CodedError('SIGN_IN_THROTTLED');
    const client = createEntraClient({
      appId: app.id,
      credential,
      authority,
      metadata: await documents.metadata.get(),
      cachePlugin: undefined,
      deadlineMs,
    });
    try {
      return await client.app.acquireTokenByClientCredential({ scopes });
    } catch (error) {
      const answer = client.lastAnswer();
      if (answer?.status !== 429) throw error;
      throttledUntil = clock.now().getTime() + (answer.retryAfterMs ?? 60_000);
      throw new CodedError('SIGN_IN_THROTTLED', {}, { cause: error });
    }
  }

  return {
    acquireTokenByClientCredential: ({ scopes }) => flights(scopes.join(' '), () => acquire(scopes)),
  };
}
