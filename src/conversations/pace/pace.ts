import type { RateLimit } from './rate-limit.ts';
import { sentWithin, slotEnd, type Sent } from './sent.ts';

/**
 * Whether one more message may be sent at `now` (epoch milliseconds) without any limit being exceeded in any stretch of its
 * window, however it lies. Slots that lie in the window only in part count whole, so it may be a tenth of a window later
 * than the limits allow, never earlier.
 *
 * @returns how long to wait before asking again, in milliseconds; 0: it may be sent now
 */
export function pace(sent: Sent, limits: readonly RateLimit[], now: number): number {
  return Math.max(0, ...limits.map((limit) => waitOf(sent, limit, now)));
}

function waitOf(sent: Sent, limit: RateLimit, now: number): number {
  const { windowMs, most } = limit;
  const counts = sentWithin(sent, limit, now);
  let over = counts.reduce((sum, [, count]) => sum + count, 0) + 1 - most;
  const oldestFirst = counts.toSorted(([one], [other]) => one - other);
  for (const [slot, count] of oldestFirst) {
    if (over <= 0) return 0;
    over -= count;
    if (over <= 0) return Math.max(1, slotEnd(slot, windowMs) + windowMs - now);
  }
  return over <= 0 ? 0 : windowMs;
}
