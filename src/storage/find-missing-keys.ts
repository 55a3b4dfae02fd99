import { sql, type Kysely } from 'kysely';
import type { EncryptionKey } from '../config/configuration.ts';
import type { Schema } from './schema.ts';

type SealedTable = {
  [Table in keyof Schema]: 'sealed' extends keyof Schema[Table] ? Table : never;
}[keyof Schema];

/** Every column with sealed text; a new table with one has to be named here. */
const sealedColumns: { readonly [Table in SealedTable]: readonly (keyof Schema[Table] & string)[] } = {
  requests: ['sealed'],
  forms: ['sealed'],
  tickets: ['sealed'],
  attachments: ['sealed'],
  token_partitions: ['sealed'],
  challenges: ['sealed'],
  chats: ['sealed'],
  chat_notes: ['sealed'],
  default_groups: ['sealed'],
  watches: ['sealed'],
  watch_settings: ['sealed'],
  subscriptions: ['sealed'],
  notice_items: ['sealed'],
  shared_chats: ['sealed'],
  announcements: ['sealed', 'reason', 'position'],
  announcement_receivers: ['sealed'],
};

/** So many texts of a column are looked at, in the order that the database has them in: those that lie there longest first. */
const most = 20_000;
/** Longer than what a text begins with before the first secret part: `v1:{key id}:`. */
const head = 40;

/** Which keys stored texts need that are not there: id → tables. */
export async function findMissingKeys(
  db: Kysely<Schema>,
  keys: readonly Pick<EncryptionKey, 'id'>[],
): Promise<Map<string, string[]>> {
  const missing = new Map<string, Set<string>>();
  const known = keys.map(({ id }) => sql`substr(text, 1, ${id.length + 4}) = ${`v1:${id}:`}`);
  for (const [table, columns] of Object.entries(sealedColumns)) {
    for (const column of columns) {
      const { rows } = await sql<{ head: string }>`
        select substr(text, 1, ${head}) as head from (
          select ${sql.ref(column)} as text from ${sql.table(table)} where ${sql.ref(column)} <> '' limit ${most}
        ) as texts where not (${sql.join(known, sql` or `)})`.execute(db);
      for (const row of rows) {
        const id = /^v1:([\w-]{1,32}):/.exec(row.head)?.[1];
        if (id !== undefined) missing.set(id, (missing.get(id) ?? new Set()).add(table));
      }
    }
  }
  return new Map([...missing].map(([id, tables]) => [id, [...tables]]));
}
