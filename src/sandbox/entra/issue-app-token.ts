import type { JWTPayload } from 'jose';
import type { EntraContext } from './entra-context.ts';
import { issuerOf } from './issuer-of.ts';

/**
 * The token that the organisation's other app gets for Kickoff without a person: a version 2 token with the app roles that
 * an administrator granted it, and no `scp`. `idtyp` is an optional claim, which this registration does not ask for.
 */
export function issueAppToken(
  context: EntraContext,
  { differences = {}, lifetimeSeconds = 3600 }: { differences?: JWTPayload; lifetimeSeconds?: number } = {},
): Promise<string> {
  const { app, apiClient, id: tid } = context.tenant;
  const { principalId, appRoles } = apiClient;
  const claims = {
    iss: issuerOf(context),
    aud: app.id,
    azp: apiClient.id,
    azpacr: '1',
    oid: principalId,
    sub: principalId,
    ...(appRoles.length > 0 && { roles: [...appRoles] }),
    tid,
    ver: '2.0',
  };
  return context.signer.sign({ ...claims, ...differences }, lifetimeSeconds);
}
