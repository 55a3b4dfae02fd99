import type { RateLimit } from './pace.ts';

/**
 * What Teams lets a bot send into one chat (Teams platform, "Optimize your bot with rate limiting"): 7 messages in 1 s, 8 in
 * 2 s, 60 in 30 s, 1,800 in an hour.
 */
export const chatLimits: readonly RateLimit[] = [
  { windowMs: 1_000, most: 7 },
  { windowMs: 2_000, most: 8 },
  { windowMs: 30_000, most: 60 },
  { windowMs: 3_600_000, most: 1_800 },
];

/** @param perSecond messages of one tenant in a second; Teams allows 50, older pages say 30 */
export function tenantLimits(perSecond: number): readonly RateLimit[] {
  return [{ windowMs: 1_000, most: perSecond }];
}
