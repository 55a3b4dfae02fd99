import { CodedError } from '../conversations/errors/coded-error.ts';
import { personKey, type Person } from '../conversations/person.ts';
import type { TokenAnswer, Tokens } from '../conversations/ports/tokens.ts';
import { createRefuseToken } from './refuse-token.ts';
import { grantedPermissions } from './granted-permissions.ts';
import { graphScopes } from './graph-scopes.ts';
import type { IdentityContext } from './identity-context.ts';
import { acquireSilently } from './acquire-silently.ts';
import type { EntraClient } from './entra-client.ts';
import type { Partition } from './partition-turns.ts';
import { readKeptToken } from './read-kept-token.ts';
import { createSingleFlight } from './single-flight.ts';

type TokenOptions = { claims?: string; renew?: boolean };
type Kept = Awaited<ReturnType<typeof readKeptToken>>;

/**
 * Graph tokens of people who signed in earlier. A token that is kept and still good is answered at once; those who need
 * Entra take turns over all instances, and whoever comes second finds what the first one brought.
 */
export function createTokens(context: IdentityContext): Tokens {
  const scopes = graphScopes(context.configuration);
  const flights = createSingleFlight<TokenAnswer>();
  const refused = createRefuseToken(context);

  async function ask(person: Person, options: TokenOptions): Promise<TokenAnswer> {
    try {
      const kept = await readKeptToken(context, person);
      if (!kept.known) return { kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') };
      const good = options.renew !== true && options.claims === undefined;
      if (good && kept.token !== undefined) return tokenOf(kept.token);
      return await context.turns(person, (partition) => renew(person, options, kept, partition));
    } catch (error) {
      return refused(error, { person, claims: undefined });
    }
  }

  async function renew(
    person: Person,
    options: TokenOptions,
    before: Kept,
    partition: Partition,
  ): Promise<TokenAnswer> {
    let client: EntraClient | undefined;
    try {
      client = await context.clientFor(person, partition);
      const { app } = client;
      const acquire = (how: TokenOptions) => acquireSilently(app, person, { scopes, ...how });
      if (options.claims !== undefined) return tokenOf(await acquire(options));
      const current = await acquire({});
      const refusedOne = options.renew === true && current?.accessToken === before.token?.accessToken;
      return tokenOf(refusedOne ? await acquire({ renew: true }) : current);
    } catch (error) {
      const fresh = options.renew !== true && options.claims === undefined;
      return refused(error, { person, client, partition, claims: options.claims, keep: fresh });
    }
  }

  return {
    graphToken(person, options = {}) {
      // Somebody whose tenant was taken off the list may still have tokens here.
      if (!context.configuration.allowedTenants.has(person.tenantId))
        return Promise.resolve({ kind: 'sign-in', error: new CodedError('TENANT_NOT_ALLOWED') });
      const flight = JSON.stringify([personKey(person), options.claims, options.renew === true]);
      return flights(flight, () => ask(person, options));
    },
  };
}

function tokenOf(result: Kept['token']): TokenAnswer {
  if (!result?.accessToken || !result.expiresOn) {
    return { kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') };
  }
  const { accessToken, expiresOn, scopes } = result;
  return { kind: 'token', token: accessToken, expiresAt: expiresOn, granted: grantedPermissions(scopes) };
}
