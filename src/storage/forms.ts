import type { Kysely } from 'kysely';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Draft, Forms } from '../conversations/ports/forms.ts';
import type { Schema } from './schema.ts';
import type { Sealing } from './sealing.ts';

/**
 * Forms at rest. `put` leaves a form that is there already as it is (a form never changes its person); `find` answers expired
 * forms too, until a sweep; `keepDraft` throws FORM_UNKNOWN where there is no form, rather than lose what was typed.
 */
export function createForms(db: Kysely<Schema>, sealing: Sealing): Forms {
  const purpose = (id: string): string => `form:${id}`;

  const rowOf = (id: string) => db.selectFrom('forms').selectAll().where('id', '=', id).executeTakeFirst();

  return {
    async put(form) {
      await db
        .insertInto('forms')
        .values({
          id: form.id,
          tenant_id: form.person.tenantId,
          person_id: form.person.objectId,
          chat_id: form.chatId,
          created_at: form.createdAt.getTime(),
          expires_at: form.expiresAt.getTime(),
          sealed: sealing.seal(JSON.stringify(form.draft), form.person, purpose(form.id)),
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute();
    },

    async find(id) {
      const row = await rowOf(id);
      if (row === undefined) return undefined;
      const person = { tenantId: row.tenant_id, objectId: row.person_id };
      return {
        id: row.id,
        person,
        chatId: row.chat_id,
        draft: JSON.parse(sealing.unseal(row.sealed, person, purpose(id))) as Draft,
        createdAt: new Date(row.created_at),
        expiresAt: new Date(row.expires_at),
      };
    },

    async keepDraft(id, draft) {
      const row = await rowOf(id);
      if (row === undefined) throw new CodedError('FORM_UNKNOWN');
      const person = { tenantId: row.tenant_id, objectId: row.person_id };
      await db
        .updateTable('forms')
        .set({ sealed: sealing.seal(JSON.stringify(draft), person, purpose(id)) })
        .where('id', '=', id)
        .execute();
    },
  };
}
