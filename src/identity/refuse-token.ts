import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Person } from '../conversations/person.ts';
import type { TokenAnswer } from '../conversations/ports/tokens.ts';
import type { EntraClient } from './entra-client.ts';
import type { EntraRefusal } from './entra-refusal.ts';
import type { IdentityContext } from './identity-context.ts';
import type { Partition } from './partition-turns.ts';
import { readEntraRefusal } from './read-entra-refusal.ts';

export interface RefusedToken {
  person: Person;
  client?: EntraClient | undefined;
  partition?: Partition;
  /** What Graph wanted to see in the token. */
  claims: string | undefined;
  /** False when Graph refused the token that is kept. */
  keep?: boolean;
}

/** What to tell whoever asked for a person's token and gets none; clears away what is worth nothing any more. */
export function createRefuseToken(context: IdentityContext) {
  const { clock, configuration, log, challenges } = context;

  function wait(refusal: EntraRefusal & { kind: 'wait' }, fields: object): TokenAnswer {
    if (refusal.operator) log.error(fields, 'Entra refuses the app registration or its settings');
    else log.warn(fields, 'no Graph token at the moment');
    return { kind: 'wait', until: refusal.until, error: refusal.error };
  }

  return async (error: unknown, about: RefusedToken): Promise<TokenAnswer> => {
    const { person, client, keep = true } = about;
    const answered = client?.lastAnswer();
    const refusal = readEntraRefusal(error, answered, { person, configuration, now: clock.now() });
    const fields = { code: refusal.error.code, tenant: person.tenantId, person: person.objectId, error };
    if (refusal.kind === 'wait') return wait(refusal, fields);
    log.info(fields, 'a Graph token needs the person');
    const claims = (refusal.kind === 'sign-in' ? refusal.claims : undefined) ?? about.claims;
    if (claims !== undefined) await challenges.write(person, claims);
    const ending = endingOf(refusal, keep && answered === undefined);
    if (!keep || ending.code === 'SIGN_IN_EXPIRED') await about.partition?.forget();
    return { kind: 'sign-in', error: ending };
  };
}

/**
 * Without an assertion or a code, what Entra did not take is the refresh token.
 *
 * @param unasked nothing was sent to Entra, so there is no refresh token
 */
function endingOf({ kind, error }: EntraRefusal, unasked: boolean): CodedError {
  if (kind !== 'rejected' && error.code !== 'SIGN_IN_EXPIRED') return error;
  return new CodedError(unasked ? 'SIGN_IN_NOT_LASTING' : 'SIGN_IN_EXPIRED', {}, { cause: error });
}
