const shortest = 2_000;
const longest = 300_000;

/**
 * How long to wait before the next try, in milliseconds: doubling from 2 s to 5 min, spread by up to a quarter so that
 * requests put off together do not come back together.
 *
 * @param tries how often it was tried already
 * @param random a number from 0 up to 1
 */
export function backoff(tries: number, random: () => number): number {
  const plain = Math.min(longest, shortest * 2 ** Math.min(tries, 20));
  return Math.round(plain * (1 + random() / 4));
}
