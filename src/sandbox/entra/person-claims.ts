import { createHash } from 'node:crypto';
import type { JWTPayload } from 'jose';
import type { EntraContext } from './entra-context.ts';
import { issuerOf } from './issuer-of.ts';
import { personOf } from './person-of.ts';

/** The claims that every token about a person carries, as Entra's version 2 tokens name them. */
export function personClaims(context: EntraContext, personId: string): JWTPayload {
  const person = personOf(context, personId);
  return {
    iss: issuerOf(context),
    oid: person.id,
    tid: context.tenant.id,
    // Pairwise: another one for every app.
    sub: createHash('sha256').update(`${person.id} ${context.tenant.app.id}`).digest('base64url'),
    name: person.displayName,
    preferred_username: person.userPrincipalName,
    ver: '2.0',
  };
}
