import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** A table whose rows are work: it has `due_at`, `held_by` and `held_until`, in milliseconds of the database's clock. */
export interface DueTable {
  db: Kysely<Schema>;
  engine: Engine;
  table: keyof Schema;
  /** The column that names a row. */
  key: string;
  /** How long a hold lasts, in milliseconds. */
  holdMs: number;
  /** Which of the rows are this work; all, unless it is said. */
  only?: RawBuilder<boolean>;
}

export interface DueRows {
  /** Holds one row, due or not, if nobody holds it; answers whether it did. */
  take(key: string, holder: string): Promise<boolean>;
  /** Holds up to `limit` rows that are due and held by nobody; answers their keys, the longest due first. */
  takeDue(holder: string, limit: number): Promise<string[]>;
  /** Ends the holder's hold of a row. */
  release(key: string, holder: string): Promise<void>;
  /** How many rows are due and free, how many are held, and how long the oldest of the due ones has been (ms). */
  count(): Promise<{ due: number; held: number; oldestMs: number }>;
  /** True for a row that nobody holds. */
  readonly free: RawBuilder<boolean>;
  /** When a hold ends that begins now. */
  readonly until: RawBuilder<number>;
}

/**
 * Work in rows: the row that has something to do is the queue. A hold ends by itself, so that a worker that died gives
 * its rows back, and is not re-entrant: while it lasts, `take` is refused to its own holder too.
 */
export function createDueRows({ db, engine, table, key, holdMs, only }: DueTable): DueRows {
  const rows = sql.table(table);
  const name = sql.ref(key);
  const { now, skipLocked } = engine;
  const until = sql<number>`${now} + ${holdMs}`;
  const free = sql<boolean>`(held_until is null or held_until <= ${now})`;
  const such = only === undefined ? sql`` : sql`and ${only}`;

  return {
    free,
    until,

    async take(value, holder) {
      const taken = await sql`
        update ${rows} set held_by = ${holder}, held_until = ${until}
        where ${name} = ${value} and ${free} returning 1 as one`.execute(db);
      return taken.rows.length > 0;
    },

    async takeDue(holder, limit) {
      // Materialized: PostgreSQL may run a plain subquery with a limit again for each row, and take too many.
      const taken = await sql<{ value: string; due_at: number }>`
        with due as materialized (
          select ${name} as value from ${rows} where due_at <= ${now} and ${free} ${such}
          order by due_at, ${name} limit ${limit} ${skipLocked}
        )
        update ${rows} set held_by = ${holder}, held_until = ${until}
        where ${name} in (select value from due) returning ${name} as value, due_at`.execute(db);
      // Neither engine promises the order of returned rows.
      const oldestFirst = taken.rows.toSorted((a, b) => a.due_at - b.due_at || (a.value < b.value ? -1 : 1));
      return oldestFirst.map(({ value }) => value);
    },

    async release(value, holder) {
      await sql`
        update ${rows} set held_by = null, held_until = null
        where ${name} = ${value} and held_by = ${holder}`.execute(db);
    },

    async count() {
      const due = sql`from ${rows} where due_at <= ${now} and ${free} ${such}`;
      const counted = await sql<{ due: number; held: number; oldest: number | null; now: number }>`
        select (select count(*) ${due}) as due, (select min(due_at) ${due}) as oldest,
          (select count(*) from ${rows} where held_until > ${now} ${such}) as held, ${now} as now`.execute(
        db,
      );
      const [{ oldest, ...row }] = counted.rows as [(typeof counted.rows)[number]];
      return { due: row.due, held: row.held, oldestMs: oldest === null ? 0 : Math.max(0, row.now - oldest) };
    },
  };
}
