import { sql, type Kysely, type RawBuilder } from 'kysely';
import type { DueForgetting, Forgettable, ForgettingWork } from '../conversations/ports/forgetting-work.ts';
import { createDueRows } from './due-rows.ts';
import type { Engine } from './engine.ts';
import { eraseAnnouncements, eraseReceiver } from './erase-announcements.ts';
import { eraseTexts } from './erase-texts.ts';
import { forgettingRules, type ForgettingRule } from './forgetting-rules.ts';
import type { ForgettingRow, Schema } from './schema.ts';

/** People and chats to be forgotten, one row each; what is erased is said in `forgetting-rules.ts`. */
export function createForgettingWork(parts: {
  db: Kysely<Schema>;
  engine: Engine;
  holdMs: number;
}): ForgettingWork {
  const { db, engine, holdMs } = parts;
  const rows = createDueRows({ db, engine, table: 'forgettings', key: 'id', holdMs });
  const stored = async (id: string) => {
    const row = await db.selectFrom('forgettings').selectAll().where('id', '=', id).executeTakeFirst();
    return row && dueOf(row);
  };

  return {
    async schedule(subject, { asked, inMs }) {
      const id = idOf(subject, asked);
      const due = sql<number>`${engine.now} + ${inMs}`;
      await db
        .insertInto('forgettings')
        .values({
          ...{ id, ...columnsOf(subject), asked: asked ? 1 : 0, since: null },
          ...{ due_at: due, held_by: null, held_until: null },
        })
        .onConflict((conflict) =>
          conflict.column('id').doUpdateSet((row) => ({
            due_at: sql<number>`case when excluded.due_at < forgettings.due_at
              then excluded.due_at else forgettings.due_at end`,
            since: asked ? null : row.ref('forgettings.since'),
          })),
        )
        .execute();
      return id;
    },

    async callOff(subject) {
      await db.deleteFrom('forgettings').where('id', '=', idOf(subject, false)).execute();
    },

    async take(id, holder) {
      return (await rows.take(id, holder)) ? stored(id) : undefined;
    },

    async takeDue(holder, limit) {
      const taken = await Promise.all((await rows.takeDue(holder, limit)).map(stored));
      return taken.filter((due) => due !== undefined);
    },

    erase: ({ id, subject, since }, { now, all }) =>
      db.transaction().execute(async (transaction) => {
        const upTo = since ?? now;
        await transaction
          .updateTable('forgettings')
          .set({ since: upTo.getTime() })
          .where('id', '=', id)
          .execute();
        // Later, what is there again was made by somebody who is back.
        const deleted = since === undefined ? await deleteRows(transaction, subject, 'deleted') : {};
        if (!('person' in subject)) return { texts: 0, forms: deleted.forms ?? 0, left: 0 };
        const { tenantId, objectId } = subject.person;
        const which = sql<boolean>`tenant_id = ${tenantId} and author_id = ${objectId}
          and created_at <= ${upTo.getTime()}`;
        const texts = await eraseTexts(transaction, { which, now, all });
        const own = sql<boolean>`tenant_id = ${tenantId} and person_id = ${objectId}
          and created_at <= ${upTo.getTime()}`;
        const told = await eraseAnnouncements(transaction, engine, { which: own, now });
        await eraseReceiver(transaction, subject.person);
        const { rows: counted } = await sql<{ left: number }>`
          select count(*) as "left" from requests where forgotten_at is null and ${which}`.execute(
          transaction,
        );
        const left = counted[0]?.left ?? 0;
        if (left === 0) await deleteRows(transaction, subject, 'deleted last');
        return { texts: texts + told, forms: deleted.forms ?? 0, left };
      }),

    async giveBack(id, holder, retryInMs) {
      if (retryInMs === undefined) {
        await db.deleteFrom('forgettings').where('id', '=', id).where('held_by', '=', holder).execute();
        return;
      }
      await db
        .updateTable('forgettings')
        .set({ due_at: sql<number>`${engine.now} + ${retryInMs}`, held_by: null, held_until: null })
        .where('id', '=', id)
        .where('held_by', '=', holder)
        .execute();
    },

    async eraseSettled({ before, now, limit }) {
      const old = before.getTime();
      const texts = await eraseTexts(db, { which: sql<boolean>`updated_at < ${old}`, now, limit });
      const told = await db
        .transaction()
        .execute((transaction) =>
          eraseAnnouncements(transaction, engine, { which: sql<boolean>`ended_at < ${old}`, now, limit }),
        );
      return texts + told;
    },
  };
}

/** Deletes the subject's rows from every table that says so; answers how many from each. */
async function deleteRows(
  db: Kysely<Schema>,
  subject: Forgettable,
  rows: 'deleted' | 'deleted last',
): Promise<Partial<Record<string, number>>> {
  const kind = 'person' in subject ? 'person' : 'chat';
  const deleted: Partial<Record<string, number>> = {};
  for (const [table, rule] of Object.entries<ForgettingRule>(forgettingRules)) {
    if (rule.rows !== rows || !rule.of.some((one) => one === kind)) continue;
    const where =
      'person' in subject
        ? sql`tenant_id = ${subject.person.tenantId} and person_id = ${subject.person.objectId}`
        : sql`tenant_id = ${subject.chat.tenantId} and ${inChat(subject.chat.chatId)}`;
    const gone = await sql`delete from ${sql.table(table)} where ${where} returning 1 as one`.execute(db);
    deleted[table] = gone.rows.length;
  }
  return deleted;
}

/** In a channel each thread is a conversation of its own, with the channel's id in front. */
function inChat(chatId: string): RawBuilder<boolean> {
  const thread = `${chatId};messageid=`;
  return sql<boolean>`(chat_id = ${chatId} or substr(chat_id, 1, ${thread.length}) = ${thread})`;
}

function idOf(subject: Forgettable, asked: boolean): string {
  const [kind, tenantId, id] =
    'person' in subject
      ? [asked ? 'asked' : 'left', subject.person.tenantId, subject.person.objectId]
      : ['chat', subject.chat.tenantId, subject.chat.chatId];
  return [kind, tenantId, id].join('|');
}

function columnsOf(subject: Forgettable): Pick<ForgettingRow, 'tenant_id' | 'person_id' | 'chat_id'> {
  return 'person' in subject
    ? { tenant_id: subject.person.tenantId, person_id: subject.person.objectId, chat_id: null }
    : { tenant_id: subject.chat.tenantId, person_id: null, chat_id: subject.chat.chatId };
}

function dueOf({ id, tenant_id: tenantId, person_id, chat_id, since }: ForgettingRow): DueForgetting {
  const subject =
    person_id === null
      ? { chat: { tenantId, chatId: chat_id ?? '' } }
      : { person: { tenantId, objectId: person_id } };
  return { id, subject, ...(since !== null && { since: new Date(since) }) };
}
