import type { CarryOutParts } from './carry-out-parts.ts';

/** Graph's `Retry-After` is followed up to an hour. */
const longest = 3_600_000;

/**
 * When to come back after being asked to wait, with up to a tenth more so that not everybody comes at once; undefined
 * when no time was named.
 */
export function retryAt(
  retryAfterMs: number | string | undefined,
  { clock, random }: Pick<CarryOutParts, 'clock' | 'random'>,
): Date | undefined {
  const asked = Number(retryAfterMs);
  if (retryAfterMs === undefined || !Number.isFinite(asked)) return undefined;
  const wait = Math.min(asked, longest) * (1 + random() / 10);
  return new Date(clock.now().getTime() + wait);
}
