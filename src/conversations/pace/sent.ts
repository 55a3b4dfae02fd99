import type { RateLimit } from './rate-limit.ts';

/**
 * What was sent lately, as little of it as the limits need: for each window (its milliseconds), counts by slots of a tenth
 * of it. Plain JSON, of bounded size. A window that nobody counted before has sent nothing.
 */
export type Sent = Readonly<Record<string, readonly SlotCount[]>>;

export type SlotCount = readonly [slot: number, count: number];

/** Slots per window. More of them admit a little more, and remember more. */
const slots = 10;

/** The counts that lie in the limit's window at `now` (epoch milliseconds), if only in part. */
export function sentWithin(sent: Sent, { windowMs }: RateLimit, now: number): readonly SlotCount[] {
  return (sent[windowMs] ?? []).filter(([slot]) => slotEnd(slot, windowMs) > now - windowMs);
}

/** When a slot ends, in epoch milliseconds. */
export function slotEnd(slot: number, windowMs: number): number {
  return (slot + 1) * slotMs(windowMs);
}

/** What was sent once `count` more are, and nothing that no limit needs any longer. */
export function countSent(sent: Sent, limits: readonly RateLimit[], now: number, count = 1): Sent {
  return Object.fromEntries(
    limits.map((limit) => {
      const { windowMs } = limit;
      const left = sentWithin(sent, limit, now);
      const slot = Math.floor(now / slotMs(windowMs));
      const before = left.find(([each]) => each === slot)?.[1] ?? 0;
      return [windowMs, [...left.filter(([each]) => each !== slot), [slot, before + count]]];
    }),
  );
}

function slotMs(windowMs: number): number {
  return Math.max(1, Math.ceil(windowMs / slots));
}
