/** The issuer that a bearer token names, unchecked; undefined when it names none. */
export function tokenIssuer(authorization: string): string | undefined {
  const [scheme, token] = authorization.split(' ', 2);
  const payload = token?.split('.')[1];
  if (scheme?.toLowerCase() !== 'bearer' || payload === undefined) return undefined;
  try {
    const claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as { iss?: unknown };
    return typeof claims.iss === 'string' ? claims.iss : undefined;
  } catch {
    return undefined;
  }
}
