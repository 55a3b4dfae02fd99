import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Since when and until when a group's mailbox has answered that it is not there, and which watchers were told that it is too large. */
export const whyNotRead: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('watched_groups').addColumn('gone_since', 'bigint').execute();
    await db.schema.alterTable('watched_groups').addColumn('gone_at', 'bigint').execute();
    await db.schema.alterTable('watches').addColumn('too_large', 'integer').execute();
  },
};
