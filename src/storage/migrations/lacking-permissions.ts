import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What a watcher was told that Microsoft Graph does not let Kickoff do for want of a permission. */
export const lackingPermissions: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('watches').addColumn('lacks', 'text').execute();
  },
};
