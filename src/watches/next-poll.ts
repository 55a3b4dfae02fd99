/** After a notification that led to nothing new: what it announced takes seconds to be readable. In milliseconds. */
const echoes = [2_000, 4_000, 9_000];
/** Reads without news after which it is read more slowly, and how much more slowly at most. */
const patience = 10;
const slowest = 5;

export const echoCount = echoes.length;

/**
 * When a group is read again, in milliseconds: at the set interval, more slowly after every ten reads without news, soon
 * after a notification; up to a fifth earlier, so that groups do not come all at once.
 *
 * @param left early reads still to come
 * @param random from 0 up to 1
 */
export function nextPoll(
  { quiet, echoes: left }: { quiet: number; echoes: number },
  { interval, random }: { interval: number; random: () => number },
): number {
  const early = left > 0 ? echoes[echoes.length - left] : undefined;
  const plain = interval * Math.min(slowest, 1 + Math.floor(quiet / patience));
  return Math.round(Math.min(early ?? plain, plain) * (1 - random() / 5));
}
