import type { Request, Response } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { AppCaller, PersonCaller } from '../../conversations/ports/callers.ts';
import type { ApiParts } from './api-parts.ts';
import { ApiRefusal } from './api-refusal.ts';
import { seconds } from './seconds.ts';

/** A caller that was let in, with the token that proved it. */
export type KnownCaller<Caller = PersonCaller> = Caller & { readonly token: string };

/**
 * Lets a call in: by its token, then by how often its app has called for its person, or alone. The answer carries what is
 * left (`RateLimit` and `RateLimit-Policy`, draft-ietf-httpapi-ratelimit-headers).
 *
 * @param check who may make this call, of `parts.callers`
 * @throws CodedError what `check` throws, and API_RATE_EXCEEDED
 */
export async function identifyCaller<Caller extends PersonCaller | AppCaller>(
  request: Request,
  response: Response,
  {
    check,
    counter,
    rate,
  }: Pick<ApiParts, 'counter' | 'rate'> & { check: (token: string) => Promise<Caller> },
): Promise<KnownCaller<Caller>> {
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new CodedError('NOT_AUTHENTICATED');
  const caller = await check(token);
  const { limit, windowMs } = rate;
  const { used, resetMs } = await counter.count(keyOf(caller), windowMs);
  response.setHeader('RateLimit-Policy', `"caller";q=${limit};w=${windowMs / 1000}`);
  response.setHeader('RateLimit', `"caller";r=${Math.max(0, limit - used)};t=${seconds(resetMs)}`);
  if (used > limit) {
    const details = { limit: String(limit), window: String(windowMs / 1000) };
    throw new ApiRefusal('API_RATE_EXCEEDED', details, { retryAfterMs: resetMs });
  }
  return { ...caller, token };
}

function keyOf(caller: PersonCaller | AppCaller): string {
  if (caller.kind === 'app') return [caller.tenantId, caller.client].join('|');
  const { tenantId, objectId } = caller.person;
  return [tenantId, caller.client, objectId].join('|');
}
