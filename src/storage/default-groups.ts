import type { Kysely } from 'kysely';
import type { DefaultGroups } from '../conversations/ports/default-groups.ts';
import type { ListedGroup } from '../conversations/ports/lists.ts';
import type { Schema } from './schema.ts';
import type { Sealing } from './sealing.ts';

/** Chats' default groups at rest, each sealed for the person who chose it. */
export function createDefaultGroups(db: Kysely<Schema>, sealing: Sealing): DefaultGroups {
  const purpose = (chatId: string): string => `default-group:${chatId}`;
  return {
    async choose({ tenantId, chatId }, { id, name, mail }, { objectId }) {
      const text = JSON.stringify({ id, name, mail });
      const changing = {
        person_id: objectId,
        sealed: sealing.seal(text, { tenantId, objectId }, purpose(chatId)),
      };
      await db
        .insertInto('default_groups')
        .values({ tenant_id: tenantId, chat_id: chatId, ...changing })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'chat_id']).doUpdateSet(changing))
        .execute();
    },

    async find({ tenantId, chatId }) {
      const row = await db
        .selectFrom('default_groups')
        .select(['person_id', 'sealed'])
        .where('tenant_id', '=', tenantId)
        .where('chat_id', '=', chatId)
        .executeTakeFirst();
      if (row === undefined) return undefined;
      const person = { tenantId, objectId: row.person_id };
      return JSON.parse(sealing.unseal(row.sealed, person, purpose(chatId))) as ListedGroup;
    },

    async forget({ tenantId, chatId }) {
      await db
        .deleteFrom('default_groups')
        .where('tenant_id', '=', tenantId)
        .where('chat_id', '=', chatId)
        .execute();
    },
  };
}
