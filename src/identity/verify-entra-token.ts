import { errors, jwtVerify, type CryptoKey, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import type { Clock } from '../conversations/ports/clock.ts';
import type { TenantDocuments } from './tenant-documents.ts';
import { TokenRefused } from './token-refused.ts';

/** Clock skew that Microsoft's own libraries allow. */
const skewSeconds = 300;

export interface EntraTokenRules {
  readonly issuers: readonly string[];
  readonly audiences: readonly string[];
}

/**
 * Checks a token that Entra issued in a tenant: RS256 by one of the tenant's keys, exact issuer, one audience, `exp`
 * (required) and `nbf` within five minutes. An unknown key id has the keys read again, at most once a minute.
 *
 * @returns the claims.
 * @throws TokenRefused with the reason; CodedError SIGN_IN_UNAVAILABLE when the keys cannot be read.
 */
export async function verifyEntraToken(
  token: string,
  rules: EntraTokenRules,
  { documents, clock }: { documents: TenantDocuments; clock: Clock },
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, keysOf(documents), {
      algorithms: ['RS256'],
      issuer: [...rules.issuers],
      audience: [...rules.audiences],
      requiredClaims: ['exp'],
      clockTolerance: skewSeconds,
      currentDate: clock.now(),
    });
    // Entra names one audience; a list could carry another's.
    if (typeof payload.aud !== 'string') throw new TokenRefused('several audiences');
    return payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new TokenRefused(reasonOf(error));
    throw error;
  }
}

function keysOf(documents: TenantDocuments): JWTVerifyGetKey {
  return async (header, input): Promise<CryptoKey> => {
    try {
      return await (
        await documents.keys.get()
      )(header, input);
    } catch (error) {
      if (!(error instanceof errors.JWKSNoMatchingKey)) throw error;
      return (await documents.keys.refresh())(header, input);
    }
  };
}

function reasonOf(error: errors.JOSEError): string {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return `claim ${error.claim} (${error.reason})`;
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JWKSNoMatchingKey) return 'unknown key';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'algorithm';
  return error.code;
}
