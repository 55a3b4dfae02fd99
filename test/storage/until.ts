import { setTimeout as pause } from 'node:timers/promises';

/** Asks again until the answer is there; the test's own time limit ends it. */
export async function until<Answer>(ask: () => Promise<Answer | undefined>): Promise<Answer> {
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await pause(2);
  }
}
