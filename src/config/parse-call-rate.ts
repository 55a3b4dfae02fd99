import type { CallRate } from './configuration.ts';

const units = { s: 1_000, min: 60_000, h: 3_600_000 } as const;

/**
 * A number of calls in a time, like `60/min`, `5/s` or `1000/h`: whole and above zero.
 *
 * @returns undefined for anything else.
 */
export function parseCallRate(text: string): CallRate | undefined {
  const match = /^(\d{1,9})\/(s|min|h)$/.exec(text);
  if (match === null) return undefined;
  const limit = Number(match[1]);
  return limit > 0 ? { limit, windowMs: units[match[2] as keyof typeof units] } : undefined;
}
