import type { Clock } from '../../conversations/ports/clock.ts';
import type { Log } from '../../conversations/ports/log.ts';

/**
 * Makes a health check that anyone may ask for: one look at a time, its answer given to everybody for `memory` ms. A
 * look that fails or takes longer than `deadline` ms counts as not healthy.
 */
export function rememberHealth(options: {
  health: () => Promise<boolean>;
  clock: Clock;
  log: Log;
  deadline: number;
  memory: number;
}): () => Promise<boolean> {
  let last: { at: number; healthy: Promise<boolean> } | undefined;
  let looking = false;

  async function look(): Promise<boolean> {
    const late = Promise.withResolvers<false>();
    const timer = setTimeout(() => late.resolve(false), options.deadline);
    try {
      return await Promise.race([options.health(), late.promise]);
    } catch (error) {
      options.log.warn({ error }, 'The health check failed');
      return false;
    } finally {
      clearTimeout(timer);
      looking = false;
    }
  }

  return () => {
    const now = options.clock.now().getTime();
    if (last === undefined || (!looking && now - last.at >= options.memory)) {
      looking = true;
      last = { at: now, healthy: look() };
    }
    return last.healthy;
  };
}
