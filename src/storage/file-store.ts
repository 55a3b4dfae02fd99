import type { Kysely } from 'kysely';
import type { FileStore } from '../conversations/ports/file-store.ts';
import type { Schema } from './schema.ts';
import type { Sealing } from './sealing.ts';

/** Bytes of files, each sealed for the person who gave it; `sweep` removes what has expired. */
export function createFileStore(db: Kysely<Schema>, sealing: Sealing): FileStore {
  const purpose = (id: string): string => `attachment:${id}`;

  return {
    async put({ id, person, bytes, expiresAt }) {
      await db
        .insertInto('attachments')
        .values({
          id,
          tenant_id: person.tenantId,
          person_id: person.objectId,
          expires_at: expiresAt.getTime(),
          sealed: sealing.seal(bytes, person, purpose(id)),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    async keep(ids, person, until) {
      if (ids.length === 0) return;
      await db
        .updateTable('attachments')
        .set({ expires_at: until.getTime() })
        .where('id', 'in', ids)
        .where('tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.objectId)
        .where('expires_at', '<', until.getTime())
        .execute();
    },

    async read(id, person) {
      const row = await db
        .selectFrom('attachments')
        .select('sealed')
        .where('id', '=', id)
        .where('tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.objectId)
        .executeTakeFirst();
      return row && sealing.unsealBytes(row.sealed, person, purpose(id));
    },
  };
}
