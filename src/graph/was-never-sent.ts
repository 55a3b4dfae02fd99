/** The connection never came about: nothing of the request has left. Names as Node's `net`, `dns` and undici use them. */
const beforeConnecting = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** The certificate was refused during the handshake, which ends before the request is written (OpenSSL's X509 codes). */
const certificateRefused = new Set([
  'CERT_CHAIN_TOO_LONG',
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REJECTED',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'HOSTNAME_MISMATCH',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/**
 * Whether a network error proves that nothing was sent. A reset does not: during the handshake it looks the same as
 * after the request. Of several addresses tried (AggregateError) every one must have failed in that way.
 */
export function wasNeverSent(error: unknown): boolean {
  for (
    let depth = 0, each: unknown = error;
    depth < 5 && each instanceof Error;
    depth += 1, each = each.cause
  ) {
    if (each instanceof AggregateError) return each.errors.length > 0 && each.errors.every(wasNeverSent);
    const code = 'code' in each ? String(each.code) : '';
    if (beforeConnecting.has(code) || certificateRefused.has(code)) return true;
  }
  return false;
}
