import { setTimeout } from 'node:timers/promises';
import type { Timer } from '../ports/timer.ts';

/** Real waiting; an aborted wait ends at once, without an error. */
export const systemTimer: Timer = {
  async wait(ms, signal) {
    try {
      await setTimeout(ms, undefined, signal === undefined ? {} : { signal });
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  },
};
