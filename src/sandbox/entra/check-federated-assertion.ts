import { decodeJwt, errors, type JWTPayload } from 'jose';
import type { FederatedCredential } from '../tenant/tenant.ts';
import { EntraError } from './entra-error.ts';

/**
 * Checks a client assertion that somebody else issued, against what the app trusts ("Workload identity federation"):
 * issuer, subject and audience exactly as they were registered.
 *
 * @param verify checks signature and times; rejects with jose's errors
 * @throws EntraError `noFederatedIssuer`, `noFederatedSubject`, `noFederatedAudience`, `federatedExpired`,
 *   `badClientAssertion`
 */
export async function checkFederatedAssertion(
  assertion: string,
  trusted: readonly FederatedCredential[],
  verify: (token: string) => Promise<JWTPayload>,
): Promise<void> {
  const { iss = '', sub = '', aud = '' } = decodeJwt(assertion);
  const byIssuer = trusted.filter(({ issuer }) => issuer === iss);
  if (byIssuer.length === 0) throw new EntraError('noFederatedIssuer', iss);
  const bySubject = byIssuer.filter(({ subject }) => subject === sub);
  if (bySubject.length === 0) throw new EntraError('noFederatedSubject', sub);
  if (!bySubject.some(({ audience }) => audience === aud)) {
    throw new EntraError('noFederatedAudience', String(aud));
  }
  try {
    await verify(assertion);
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new EntraError('federatedExpired');
    throw new EntraError('badClientAssertion');
  }
}
