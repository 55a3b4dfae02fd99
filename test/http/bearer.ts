/** An `Authorization` header with a token of these claims; nobody signed it. */
export function bearer(claims: unknown = { exp: 1_795_000_000 }): string {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `Bearer ${part({ alg: 'RS256', typ: 'JWT' })}.${part(claims)}.c2lnbmF0dXJl`;
}
