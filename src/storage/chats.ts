import type { Kysely } from 'kysely';
import type { Chats } from '../conversations/ports/chats.ts';
import type { ReceiptPlace } from '../conversations/request.ts';
import type { Schema } from './schema.ts';
import type { SealedPerPerson } from './sealed-per-person.ts';
import type { Sealing } from './sealing.ts';
import { withoutThread } from '../conversations/without-thread.ts';

/** Chats; sealed because the bot's token is sent to the address in them, which nobody may change unseen. */
export function createChats(db: Kysely<Schema>, sealing: Sealing, personal: SealedPerPerson): Chats {
  return {
    rememberPersonal: (person, place) => personal.write(person, JSON.stringify(place)),

    async personal(person) {
      const place = await personal.read(person);
      return place === undefined ? undefined : (JSON.parse(place) as ReceiptPlace);
    },

    async rememberShared(place) {
      const { tenantId, serviceUrl, botId } = place;
      const chatId = withoutThread(place.chatId);
      const sealed = sealing.seal(JSON.stringify({ serviceUrl, botId }), nobody(tenantId), purpose(chatId));
      await db
        .insertInto('shared_chats')
        .values({ tenant_id: tenantId, chat_id: chatId, sealed })
        .onConflict((conflict) => conflict.columns(['tenant_id', 'chat_id']).doUpdateSet({ sealed }))
        .execute();
    },

    async newestShared(place) {
      const { tenantId } = place;
      const chatId = withoutThread(place.chatId);
      const row = await db
        .selectFrom('shared_chats')
        .select('sealed')
        .where('tenant_id', '=', tenantId)
        .where('chat_id', '=', chatId)
        .executeTakeFirst();
      if (row === undefined) return place;
      const text = sealing.unseal(row.sealed, nobody(tenantId), purpose(chatId));
      return { ...place, ...(JSON.parse(text) as Pick<ReceiptPlace, 'serviceUrl' | 'botId'>) };
    },

    async anyOf(tenantId) {
      const row = await db
        .selectFrom('chats')
        .select('person_id')
        .where('tenant_id', '=', tenantId)
        .limit(1)
        .executeTakeFirst();
      return row && this.personal({ tenantId, objectId: row.person_id });
    },
  };
}

/** A shared chat belongs to nobody in particular. */
function nobody(tenantId: string) {
  return { tenantId, objectId: '' };
}

function purpose(chatId: string): string {
  return `shared-chat:${chatId}`;
}
