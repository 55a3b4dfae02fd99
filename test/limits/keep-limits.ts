import assert from 'node:assert/strict';
import { createPostgresServer } from '../storage/postgres-server.ts';
import { sendAtLimits, type RunSize } from './send-at-limits.ts';

/**
 * Two instances over PostgreSQL send at Teams' own limits, and none is exceeded where the messages arrive. A run in which
 * this machine took longer over a message than the limits leave room for says nothing about them, and is repeated.
 *
 * @returns what the channel counted, as lines to be read
 */
export async function keepLimits(size: RunSize): Promise<string[]> {
  for (let attempt = 1; ; attempt += 1) {
    const server = await createPostgresServer();
    const bench = await server.createBench();
    try {
      const open = () => bench.open({ elapsed: () => performance.now() });
      const instances = [await open(), await open()];
      const result = await sendAtLimits(instances, size);
      assert.deepEqual(result.outcomes, { delivered: size.people + size.toOne });
      assert.equal(result.wrong, 0, 'somebody has more or fewer notices than were sent');
      if (result.late && result.exceeded.length > 0 && attempt < 3) continue;
      assert.deepEqual(result.exceeded, []);
      assert.equal(result.refused, 0);
      return [
        `${Math.round(result.tookMs / 1000)} s, a message under way for ${Math.round(result.underWayMs)} ms at most`,
        ...result.highest.map(
          ({ as, windowMs, most, highest }) => `${as} in ${windowMs / 1000} s: ${highest} of ${most}`,
        ),
      ];
    } finally {
      await bench.dispose();
      await server.drop();
    }
  }
}
