import type { JWTPayload } from 'jose';
import type { EntraContext } from './entra-context.ts';
import { personClaims } from './person-claims.ts';

/**
 * The token that the organisation's other app gets for Kickoff as a person, with the scope that Kickoff exposes: a
 * version 2 token, whose audience is the app's id.
 */
export function issueApiToken(
  context: EntraContext,
  personId: string,
  { differences = {}, lifetimeSeconds = 3600 }: { differences?: JWTPayload; lifetimeSeconds?: number } = {},
): Promise<string> {
  const { app, apiClient } = context.tenant;
  const claims = {
    ...personClaims(context, personId),
    aud: app.id,
    azp: apiClient.id,
    azpacr: '1',
    scp: 'Conversations.Start',
  };
  return context.signer.sign({ ...claims, ...differences }, lifetimeSeconds);
}
