import { inTime } from '../../conversations/in-time.ts';
import type { Background } from '../../conversations/ports/background.ts';
import type { Timer } from '../../conversations/ports/timer.ts';

/**
 * The longest a turn may take, in milliseconds. The channel holds the request open, shows an error after 5 to 15 s, and
 * delivers a message again whose turn ended late; the rest of 4 s is for the answer's way.
 */
const longest = 3_500;

/**
 * What a turn answers in time, else undefined: then its work goes on in the background, and `late` gets what it answers.
 */
export async function endInTime<T>(
  work: Promise<T>,
  parts: { timer: Timer; background: Background },
  late?: (answer: T) => Promise<unknown>,
): Promise<T | undefined> {
  const answer = await inTime(
    work.then((value) => ({ value })),
    { timer: parts.timer, patience: longest },
  );
  if (answer !== undefined) return answer.value;
  parts.background.run('late turn', () => work.then((value) => late?.(value)));
  return undefined;
}
