import type { Kysely } from 'kysely';
import type { Person } from '../conversations/person.ts';
import type { Schema } from './schema.ts';
import type { Sealing } from './sealing.ts';

export type ChatNoteKind = 'list' | 'command';

/** One encrypted text per person and chat, for a while. */
export interface ChatNotes {
  /** Takes the place of the one before. */
  write(person: Person, chatId: string, note: { text: string; expiresAt: Date }): Promise<void>;
  read(person: Person, chatId: string, now: Date): Promise<{ text: string; expiresAt: Date } | undefined>;
  /** Those of all chats that have not expired; of several at once exactly one receives each. */
  takeAll(person: Person, now: Date): Promise<string[]>;
}

export function createChatNotes(db: Kysely<Schema>, sealing: Sealing, kind: ChatNoteKind): ChatNotes {
  const purpose = (chatId: string): string => `${kind}:${chatId}`;
  return {
    async write(person, chatId, { text, expiresAt }) {
      const changing = {
        expires_at: expiresAt.getTime(),
        sealed: sealing.seal(text, person, purpose(chatId)),
      };
      await db
        .insertInto('chat_notes')
        .values({
          ...{ kind, tenant_id: person.tenantId, person_id: person.objectId, chat_id: chatId },
          ...changing,
        })
        .onConflict((conflict) =>
          conflict.columns(['kind', 'tenant_id', 'person_id', 'chat_id']).doUpdateSet(changing),
        )
        .execute();
    },

    async read(person, chatId, now) {
      const row = await db
        .selectFrom('chat_notes')
        .select(['sealed', 'expires_at'])
        .where('kind', '=', kind)
        .where('tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.objectId)
        .where('chat_id', '=', chatId)
        .where('expires_at', '>', now.getTime())
        .executeTakeFirst();
      return (
        row && {
          text: sealing.unseal(row.sealed, person, purpose(chatId)),
          expiresAt: new Date(row.expires_at),
        }
      );
    },

    async takeAll(person, now) {
      const rows = await db
        .deleteFrom('chat_notes')
        .where('kind', '=', kind)
        .where('tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.objectId)
        .returning(['chat_id', 'sealed', 'expires_at'])
        .execute();
      return rows
        .filter((row) => row.expires_at > now.getTime())
        .map((row) => sealing.unseal(row.sealed, person, purpose(row.chat_id)));
    },
  };
}
