import type { Kysely } from 'kysely';
import type { Ticket, TicketKind, Tickets } from '../conversations/ports/tickets.ts';
import type { Schema, TicketRow } from './schema.ts';
import type { Sealing } from './sealing.ts';

/** Tickets at rest. `put` refuses a kind and id that are there already, so that a used ticket never comes back. */
export function createTickets(db: Kysely<Schema>, sealing: Sealing): Tickets {
  const purpose = (kind: string, id: string): string => `ticket:${kind}:${id}`;

  function ticketOf(row: TicketRow): Ticket {
    const person = { tenantId: row.tenant_id, objectId: row.person_id };
    return {
      kind: row.kind as TicketKind,
      id: row.id,
      person,
      chatId: row.chat_id,
      expiresAt: new Date(row.expires_at),
      ...(row.sealed !== null && { secret: sealing.unseal(row.sealed, person, purpose(row.kind, row.id)) }),
    };
  }

  return {
    async put({ kind, id, person, chatId, secret, expiresAt }) {
      await db
        .insertInto('tickets')
        .values({
          kind,
          id,
          tenant_id: person.tenantId,
          person_id: person.objectId,
          chat_id: chatId,
          expires_at: expiresAt.getTime(),
          used_at: null,
          sealed: secret === undefined ? null : sealing.seal(secret, person, purpose(kind, id)),
        })
        .execute();
    },

    async find(kind, id, now) {
      const row = await db
        .selectFrom('tickets')
        .selectAll()
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now.getTime())
        .executeTakeFirst();
      return row && ticketOf(row);
    },

    async use(kind, id, now) {
      const row = await db
        .updateTable('tickets')
        .set({ used_at: now.getTime() })
        .where('kind', '=', kind)
        .where('id', '=', id)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now.getTime())
        .returningAll()
        .executeTakeFirst();
      return row && ticketOf(row);
    },

    async forget(person) {
      await db
        .deleteFrom('tickets')
        .where('tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.objectId)
        .execute();
    },

    async list(kind, person, now) {
      const rows = await db
        .selectFrom('tickets')
        .selectAll()
        .where('kind', '=', kind)
        .where('tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.objectId)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now.getTime())
        .execute();
      return rows.map(ticketOf);
    },

    async useAll(kind, person, now) {
      const used = await db
        .updateTable('tickets')
        .set({ used_at: now.getTime() })
        .where('kind', '=', kind)
        .where('tenant_id', '=', person.tenantId)
        .where('person_id', '=', person.objectId)
        .where('used_at', 'is', null)
        .where('expires_at', '>', now.getTime())
        .returningAll()
        .execute();
      return used.map(ticketOf);
    },
  };
}
