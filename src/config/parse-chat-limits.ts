import type { RateLimit } from '../conversations/pace/rate-limit.ts';
import { parseDuration } from './parse-duration.ts';

/** Counts are kept for as long as this, in milliseconds. */
const longestWindow = 3_600_000;

/**
 * Messages in times, like `7/1s,8/2s,60/30s,1800/1h`: whole numbers above zero, and times that grow up to an hour.
 *
 * @returns undefined for anything else.
 */
export function parseChatLimits(text: string): readonly RateLimit[] | undefined {
  const limits = text.split(',').map((entry) => {
    const [, most = '', time = ''] = /^\s*([1-9]\d{0,5})\/(\S+)\s*$/.exec(entry) ?? [];
    return { most: Number(most), windowMs: parseDuration(time) ?? 0 };
  });
  const fits = limits.every(
    ({ windowMs }, n) => windowMs > (limits[n - 1]?.windowMs ?? 0) && windowMs <= longestWindow,
  );
  return fits ? limits : undefined;
}
