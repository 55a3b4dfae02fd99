/** At most `most` messages in any stretch of `windowMs` milliseconds. */
export interface RateLimit {
  readonly windowMs: number;
  readonly most: number;
}

/**
 * What was sent lately, as little of it as the limits need: for each limit, counts by slots of a tenth of its window.
 * Plain JSON, of bounded size.
 */
export type Sent = readonly (readonly (readonly [slot: number, count: number])[])[];

/** Slots per window. More of them admit a little more, and remember more. */
const slots = 10;

/**
 * Whether one more message may be sent at `now` (epoch milliseconds) without any limit being exceeded in any stretch of its
 * window, however it lies. Slots that lie in the window only in part count whole, so it may be a tenth of a window later
 * than the limits allow, never earlier.
 *
 * @returns how long to wait before asking again (0: it may be sent now), and what was sent with this message counted
 */
export function pace(sent: Sent, limits: readonly RateLimit[], now: number): { waitMs: number; sent: Sent } {
  const left = limits.map(({ windowMs }, index) => {
    const length = slotMs(windowMs);
    return (sent[index] ?? []).filter(([slot]) => (slot + 1) * length > now - windowMs);
  });
  const waits = limits.map((limit, index) => waitOf(left[index] ?? [], limit, now));
  const waitMs = Math.max(0, ...waits);
  if (waitMs > 0) return { waitMs, sent: left };
  return { waitMs, sent: left.map((counts, index) => counted(counts, limits[index], now)) };
}

function waitOf(
  counts: readonly (readonly [number, number])[],
  { windowMs, most }: RateLimit,
  now: number,
): number {
  let over = counts.reduce((sum, [, count]) => sum + count, 0) + 1 - most;
  const oldestFirst = counts.toSorted(([one], [other]) => one - other);
  for (const [slot, count] of oldestFirst) {
    if (over <= 0) return 0;
    over -= count;
    if (over <= 0) return Math.max(1, (slot + 1) * slotMs(windowMs) + windowMs - now);
  }
  return over <= 0 ? 0 : windowMs;
}

function counted(
  counts: readonly (readonly [number, number])[],
  limit: RateLimit | undefined,
  now: number,
): readonly (readonly [number, number])[] {
  if (limit === undefined) return counts;
  const slot = Math.floor(now / slotMs(limit.windowMs));
  const others = counts.filter(([each]) => each !== slot);
  const before = counts.find(([each]) => each === slot)?.[1] ?? 0;
  return [...others, [slot, before + 1]];
}

function slotMs(windowMs: number): number {
  return Math.max(1, Math.ceil(windowMs / slots));
}
