const secret = new Set([
  'access_token',
  'assertion',
  'client_assertion',
  'client_secret',
  'code',
  'code_verifier',
  'id_token',
  'password',
  'refresh_token',
]);

/** Fields of a query or form as an object, the values of secrets left out (`…` in their place). */
export function recordedFields(fields: URLSearchParams): Record<string, string> {
  return Object.fromEntries([...fields].map(([name, value]) => [name, secret.has(name) ? '…' : value]));
}
