import type { Kysely } from 'kysely';
import type { Installations } from '../conversations/ports/installations.ts';
import type { Schema } from './schema.ts';

/** One row for each chat that the bot is in: whoever makes the row was the first to say so. */
export function createInstallations(db: Kysely<Schema>): Installations {
  return {
    async added({ tenantId, chatId }) {
      const first = await db
        .insertInto('installations')
        .values({ tenant_id: tenantId, chat_id: chatId })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'chat_id']).doNothing())
        .returning('chat_id')
        .executeTakeFirst();
      return first !== undefined;
    },

    async removed({ tenantId, chatId }) {
      await db
        .deleteFrom('installations')
        .where('tenant_id', '=', tenantId)
        .where('chat_id', '=', chatId)
        .execute();
    },
  };
}
