/**
 * The claims that a 401 asks a new token to have, as the JSON text that the token endpoint takes; from
 * `WWW-Authenticate: Bearer …, error="insufficient_claims", claims="{base64}"` (continuous access evaluation,
 * learn.microsoft.com/entra/identity-platform/claims-challenge).
 */
export function claimsChallenge(headers: Headers): string | undefined {
  const encoded = /\bclaims="([A-Za-z0-9+/_=-]+)"/.exec(headers.get('www-authenticate') ?? '')?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  try {
    const claims: unknown = JSON.parse(text);
    return typeof claims === 'object' && claims !== null ? text : undefined;
  } catch {
    return undefined;
  }
}
