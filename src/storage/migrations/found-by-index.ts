import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What turns, due work and sweeps look for is found without reading a table that grows with everybody's use. */
export const foundByIndex: Migration = {
  async up(db: Kysely<unknown>) {
    // Who posted what, whenever a watched group has something new.
    await indexSome(db, 'requests_post', {
      on: 'requests',
      columns: ['created_post_id'],
      where: sql`created_post_id is not null`,
    });
    // What cannot be shown in a chat, when the bot is added there.
    await indexSome(db, 'watches_unreachable', {
      on: 'watches',
      columns: ['tenant_id', 'chat_id'],
      where: sql`paused_for = 'unreachable'`,
    });
    // Sweeps.
    await indexSome(db, 'notice_items_pending', {
      on: 'notice_items',
      columns: ['created_at'],
      where: sql`state = 'pending'`,
    });
    await indexSome(db, 'watches_ended', {
      on: 'watches',
      columns: ['ended_at'],
      where: sql`ended_at is not null`,
    });
    // Forgetting somebody.
    for (const table of ['forms', 'attachments', 'chat_notes', 'notice_items'])
      await db.schema.createIndex(`${table}_person`).on(table).columns(['tenant_id', 'person_id']).execute();
  },
};

async function indexSome(
  db: Kysely<unknown>,
  name: string,
  { on, columns, where }: { on: string; columns: string[]; where: ReturnType<typeof sql> },
): Promise<void> {
  await sql`create index ${sql.ref(name)} on ${sql.table(on)} (${sql.join(columns.map((column) => sql.ref(column)))})
    where ${where}`.execute(db);
}
