import { ChannelError } from '../channel/channel-error.ts';
import type { Delivery } from './delivery.ts';

/**
 * What a failed send means for the message (Teams platform, "Status codes from bot conversational APIs"): 403 and 404 are
 * final until the person is back, 401, 412, 429 and a connection that was never made sent nothing, and whatever else is not
 * definite may have arrived.
 */
export function deliveryOfError(error: unknown): Exclude<Delivery, { kind: 'delivered' }> {
  if (!(error instanceof ChannelError)) throw error;
  const { kind, status, retryAfterMs } = error;
  switch (kind) {
    case 'blocked':
    case 'not-installed':
    case 'gone':
    case 'too-big':
      return { kind: 'unreachable', reason: kind };
    case 'busy':
    case 'not-connected':
      return { kind: 'retry', ...(retryAfterMs !== undefined && { afterMs: retryAfterMs }) };
    case 'refused':
      if (status === 401) return { kind: 'retry' };
      return { kind: 'unreachable', reason: status === 403 ? 'not-allowed' : 'refused' };
    case 'unconfirmed':
      return { kind: 'unconfirmed' };
  }
}
