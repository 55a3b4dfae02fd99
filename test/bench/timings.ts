/** How long each of many things took, and all of them together. */
export interface Timings {
  /** Each one's time in milliseconds. */
  readonly each: readonly number[];
  /** From the first one's beginning to the last one's end, in milliseconds; less than the sum when several ran at once. */
  readonly took: number;
}

/** The value (nearest rank) that this part of all values, 0 to 1, is not above; NaN when there is none. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}
