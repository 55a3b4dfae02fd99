import type { Request } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';

/** Visible ASCII characters, as the header's value may hold them (draft-ietf-httpapi-idempotency-key-header wants no less). */
export const idempotencyKeyPattern = '^[!-~]{1,255}$';

/** @throws CodedError API_KEY_NEEDED when there is no key, or none that can be told apart from others for sure */
export function readIdempotencyKey(request: Request): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || !new RegExp(idempotencyKeyPattern).test(key))
    throw new CodedError('API_KEY_NEEDED');
  return key;
}
