import type { Request, Response } from 'restify';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import type { Caller } from '../../conversations/ports/callers.ts';
import type { ApiParts } from './api-parts.ts';
import { ApiRefusal } from './api-refusal.ts';
import { seconds } from './seconds.ts';

/** A caller that was let in, with the token that proved it. */
export interface KnownCaller extends Caller {
  readonly token: string;
}

/**
 * Lets a call in: by its token, then by how often its app has called for its person. The answer carries what is left
 * (`RateLimit` and `RateLimit-Policy`, draft-ietf-httpapi-ratelimit-headers).
 *
 * @throws CodedError what `Callers.identify` throws, and API_RATE_EXCEEDED
 */
export async function identifyCaller(
  request: Request,
  response: Response,
  { callers, counter, rate }: Pick<ApiParts, 'callers' | 'counter' | 'rate'>,
): Promise<KnownCaller> {
  const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+) *$/i.exec(request.headers.authorization ?? '')?.[1];
  if (token === undefined) throw new CodedError('NOT_AUTHENTICATED');
  const caller = await callers.identify(token);
  const { tenantId, objectId } = caller.person;
  const { limit, windowMs } = rate;
  const { used, resetMs } = await counter.count([tenantId, caller.client, objectId].join('|'), windowMs);
  response.setHeader('RateLimit-Policy', `"caller";q=${limit};w=${windowMs / 1000}`);
  response.setHeader('RateLimit', `"caller";r=${Math.max(0, limit - used)};t=${seconds(resetMs)}`);
  if (used > limit) {
    const details = { limit: String(limit), window: String(windowMs / 1000) };
    throw new ApiRefusal('API_RATE_EXCEEDED', details, { retryAfterMs: resetMs });
  }
  return { ...caller, token };
}
