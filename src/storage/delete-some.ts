import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

/** So many rows go in one statement: however many there are, none takes longer than a statement may. */
const most = 2_000;

/** Rows that are not needed any more. */
export interface Old {
  readonly table: keyof Schema;
  readonly key: readonly string[];
  readonly where: RawBuilder<boolean>;
  readonly oldest?: string;
}

/**
 * Deletes all rows that a condition holds for, a few at a time. Rows that another instance is at are left to it.
 *
 * @param old.key the columns of the table's primary key
 * @param old.oldest a column with an index of its own: those that come first in it are deleted first, and found by it
 * @returns how many
 */
export async function deleteSome(
  { db, engine }: { db: Kysely<Schema>; engine: Pick<Engine, 'skipLocked'> },
  { table, key, where, oldest }: Old,
): Promise<number> {
  const order = oldest === undefined ? sql`` : sql`order by ${sql.ref(oldest)}`;
  const columns = sql.join(key.map((column) => sql.ref(column)));
  for (let deleted = 0; ;) {
    // Materialized for the same reason as in `due-rows.ts`.
    const { rows } = await sql`
      with old as materialized (
        select ${columns} from ${sql.table(table)} where ${where} ${order} limit ${most} ${engine.skipLocked}
      )
      delete from ${sql.table(table)} where (${columns}) in (select ${columns} from old) returning 1 as one`.execute(
      db,
    );
    deleted += rows.length;
    if (rows.length < most) return deleted;
  }
}
