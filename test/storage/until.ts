import { setTimeout as pause } from 'node:timers/promises';

/** Asks again, every `everyMs` milliseconds, until the answer is there; the test's own time limit ends it. */
export async function until<Answer>(
  ask: () => Promise<Answer | undefined>,
  { everyMs = 2 } = {},
): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(everyMs);
  }
}
