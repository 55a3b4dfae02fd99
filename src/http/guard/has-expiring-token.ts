/**
 * Whether an `Authorization` header carries a bearer token whose payload has a numeric `exp`. The signature is not
 * looked at here: Bot Framework checks it, but takes a token without `exp` for one that never ends.
 */
export function hasExpiringToken(authorization: string | undefined): boolean {
  const payload = /^Bearer +[\w-]+\.([\w-]+)\.[\w-]+ *$/i.exec(authorization ?? '')?.[1];
  if (payload === undefined) return false;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    return typeof claims === 'object' && claims !== null && 'exp' in claims && typeof claims.exp === 'number';
  } catch {
    return false;
  }
}
