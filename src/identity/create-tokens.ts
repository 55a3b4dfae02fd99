import { CodedError } from '../conversations/errors/coded-error.ts';
import { personKey, type Person } from '../conversations/person.ts';
import type { TokenAnswer, Tokens } from '../conversations/ports/tokens.ts';
import type { EntraClient } from './entra-client.ts';
import { readEntraRefusal } from './read-entra-refusal.ts';
import { grantedPermissions } from './granted-permissions.ts';
import { graphScopes } from './graph-scopes.ts';
import type { IdentityContext } from './identity-context.ts';
import { acquireSilently } from './acquire-silently.ts';
import { createSingleFlight } from './single-flight.ts';

type TokenOptions = { claims?: string; renew?: boolean };

/** Graph tokens of people who signed in earlier: those who ask at the same time share one request to Entra. */
export function createTokens(context: IdentityContext): Tokens {
  const scopes = graphScopes(context.configuration);
  const flights = createSingleFlight<TokenAnswer>();

  async function ask(person: Person, options: TokenOptions): Promise<TokenAnswer> {
    let client: EntraClient | undefined;
    try {
      client = await context.clientFor(person);
      const result = await acquireSilently(client, person, { scopes, ...options });
      if (!result?.accessToken || !result.expiresOn) {
        return { kind: 'sign-in', error: new CodedError('SIGN_IN_REQUIRED') };
      }
      const { accessToken, expiresOn, scopes: granted } = result;
      return {
        kind: 'token',
        token: accessToken,
        expiresAt: expiresOn,
        granted: grantedPermissions(granted),
      };
    } catch (error) {
      return refused(person, options, error, client);
    }
  }

  async function refused(
    person: Person,
    options: TokenOptions,
    error: unknown,
    client: EntraClient | undefined,
  ): Promise<TokenAnswer> {
    const { clock, configuration, log, partitions } = context;
    const about = { person, configuration, now: clock.now() };
    const refusal = readEntraRefusal(error, client?.lastAnswer(), about);
    const fields = { code: refusal.error.code, tenant: person.tenantId, person: person.objectId, error };
    if (refusal.kind === 'wait') {
      if (refusal.operator) log.error(fields, 'Entra refuses the app registration or its settings');
      else log.warn(fields, 'no Graph token at the moment');
      return { kind: 'wait', until: refusal.until, error: refusal.error };
    }
    log.info(fields, 'a Graph token needs the person');
    // Graph refused the cached token: kept, it would look like being signed in.
    if (options.renew === true || options.claims !== undefined) await partitions.forget(person);
    // Without an assertion or a code, what Entra did not take is the refresh token.
    const ended = refusal.kind === 'rejected';
    const ending = ended ? new CodedError('SIGN_IN_EXPIRED', {}, { cause: error }) : refusal.error;
    return { kind: 'sign-in', error: ending };
  }

  return {
    graphToken(person, options = {}) {
      // Somebody whose tenant was taken off the list may still have tokens here.
      if (!context.configuration.allowedTenants.has(person.tenantId))
        return Promise.resolve({ kind: 'sign-in', error: new CodedError('TENANT_NOT_ALLOWED') });
      const key = personKey(person);
      const flight = JSON.stringify([key, options.claims, options.renew === true]);
      return flights(flight, () => context.turns(key, () => ask(person, options)));
    },
  };
}
