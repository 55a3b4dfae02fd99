import type { Timings } from './timings.ts';

/**
 * Does something again and again, `atOnce` at a time, until the time is over or it answers false; what is under way then is
 * waited for and counted.
 *
 * @param options.seconds for how long
 * @param work gets which of those at once it is, and how many it has done; false: there is no more to do, not counted
 */
export async function measure(
  { seconds, atOnce }: { seconds: number; atOnce: number },
  work: (worker: number, round: number) => Promise<boolean | void>,
): Promise<Timings> {
  const each: number[] = [];
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  const worker = async (n: number): Promise<void> => {
    for (let round = 0; performance.now() < end; round += 1) {
      const from = performance.now();
      if ((await work(n, round)) === false) return;
      each.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, (_, n) => worker(n)));
  return { each, took: performance.now() - begun };
}
