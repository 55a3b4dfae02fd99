import { sql, type Kysely, type RawBuilder } from 'kysely';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { Watch } from '../watches/watch.ts';
import type { DueRows } from './due-rows.ts';
import type { Engine } from './engine.ts';
import type { WatchRow } from './rows/watch-row.ts';
import type { Schema } from './schema.ts';
import type { Sealing } from './sealing.ts';
import { createWatchRows } from './watch-rows.ts';

/** What the tables of watching share. */
export interface WatchContext {
  db: Kysely<Schema>;
  engine: Engine;
  sealing: Sealing;
  log: Log;
  groups: DueRows;
  subscriptions: DueRows;
  places: DueRows;
}

/** So many rows or values go into one statement. */
export const chunk = 400;

export function inChunks<Item>(items: readonly Item[]): Item[][] {
  const count = Math.ceil(items.length / chunk);
  return Array.from({ length: count }, (_, n) => items.slice(n * chunk, (n + 1) * chunk));
}

/** That many milliseconds from now, by the database's clock. */
export function after({ now }: Engine, ms: number): RawBuilder<number> {
  return sql<number>`${now} + ${Math.round(ms)}`;
}

/** Watches of rows; one that no key opens is logged and left out, so that it stops no other. */
export function watchesOf({ sealing, log }: WatchContext, rows: readonly WatchRow[]): Watch[] {
  const texts = createWatchRows(sealing);
  return rows.flatMap((row) => {
    try {
      return [texts.watch(row)];
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      log.error(
        { tenant: row.tenant_id, person: row.person_id, code: error.code, error },
        'A watch cannot be read',
      );
      return [];
    }
  });
}
