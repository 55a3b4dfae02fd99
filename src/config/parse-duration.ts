const units = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * A time like `500ms`, `2s`, `5m`, `1h` or `30d` in milliseconds: a whole number above zero and a unit, nothing else.
 *
 * @returns undefined for anything else, and for times of more than a year.
 */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text);
  if (match === null) return undefined;
  const milliseconds = Number(match[1]) * units[match[2] as keyof typeof units];
  return milliseconds > 0 && milliseconds <= 365 * units.d ? milliseconds : undefined;
}
