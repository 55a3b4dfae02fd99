import { EntraError } from './entra-error.ts';
import { readClaims } from './read-claims.ts';
import { readScopes, type RequestedScopes } from './read-scopes.ts';

/** What a valid authorization request asks for. */
export interface AuthorizeDemand {
  readonly scope: string;
  readonly scopes: RequestedScopes;
  readonly nonce: string | undefined;
  readonly codeChallenge: string;
  /** Conditional access policies that the `claims` parameter names: whoever signs in here meets them. */
  readonly met: readonly string[];
}

/**
 * Reads what is asked for; PKCE with S256 is required, as for every new registration.
 *
 * @throws EntraError `unsupportedResponse`, `pkceMissing`, `malformed`, `severalResources`.
 */
export function readAuthorizeDemand(query: URLSearchParams, defaultResource: string): AuthorizeDemand {
  const type = query.get('response_type') ?? '';
  if (type !== 'code') throw new EntraError('unsupportedResponse', type);
  const codeChallenge = query.get('code_challenge') ?? '';
  // RFC 7636 §4.2: base64url of a SHA-256 has 43 characters.
  if (query.get('code_challenge_method') !== 'S256' || !/^[\w-]{43}$/.test(codeChallenge)) {
    throw new EntraError('pkceMissing');
  }
  const scope = query.get('scope') ?? '';
  if (scope === '') throw new EntraError('malformed', 'scope');
  return {
    scope,
    scopes: readScopes(scope, defaultResource),
    nonce: query.get('nonce') ?? undefined,
    codeChallenge,
    met: readClaims(query.get('claims')).policies,
  };
}
