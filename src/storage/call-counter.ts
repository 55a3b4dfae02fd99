import { sql, type Kysely } from 'kysely';
import type { CallCounter } from '../conversations/ports/call-counter.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** One row for each caller, counted up in one statement, so that no two instances give away the same call. */
export function createCallCounter(db: Kysely<Schema>, engine: Pick<Engine, 'now'>): CallCounter {
  return {
    async count(caller, windowMs) {
      const start = sql<number>`(${engine.now} / ${sql.lit(windowMs)}) * ${sql.lit(windowMs)}`;
      const { used, window_start, now } = await db
        .insertInto('api_calls')
        .values({ caller, window_start: start, used: 1 })
        .onConflict((conflict) =>
          conflict.column('caller').doUpdateSet({
            // A clock that goes back on a fail-over does not open a window again.
            used: sql<number>`case when excluded.window_start > api_calls.window_start then 1
              else api_calls.used + 1 end`,
            window_start: sql<number>`case when excluded.window_start > api_calls.window_start
              then excluded.window_start else api_calls.window_start end`,
          }),
        )
        .returning(['used', 'window_start', sql<number>`${engine.now}`.as('now')])
        .executeTakeFirstOrThrow();
      return { used, resetMs: Math.max(0, window_start + windowMs - now) };
    },
  };
}
