/** Whole seconds for `Retry-After` and the like, rounded up, and never 0: at once would be too early. */
export function seconds(ms: number): string {
  return String(Math.max(1, Math.ceil(ms / 1000)));
}
