import { sql, type Kysely } from 'kysely';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Ledger } from '../conversations/ports/ledger.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { Person } from '../conversations/person.ts';
import type { ConversationRequest, RequestState } from '../conversations/request.ts';
import type { RequestRows, StoredRequest } from './request-rows.ts';
import type { Schema } from './schema.ts';

export interface StoredRequests extends Pick<
  Ledger,
  'find' | 'findBySource' | 'waitingForSignIn' | 'openOf' | 'countOpen' | 'createdSince'
> {
  /** The newest request of the same author that says the same, and is unsettled or no older than that. */
  alike(request: ConversationRequest, since: Date): Promise<ConversationRequest | undefined>;
  /** Those with these ids, in this order; one that no key opens is logged and left out, so that it stops no other. */
  all(ids: readonly string[]): Promise<ConversationRequest[]>;
}

const unsettled: readonly RequestState[] = ['accepted', 'sending', 'waiting', 'unknown'];
const withdrawn: readonly RequestState[] = ['refused', 'discarded'];

/** What is open before what is planned (see `isPlanned`), and what was refused last. */
const urgency = sql<number>`case
  when requests.state = 'refused' then 2
  when requests.state = 'waiting' and requests.waiting_for = 'time' and requests.reason_code is null then 1
  else 0 end`;

/** Reads requests, each with what is known of its receipt. */
export function createStoredRequests(parts: {
  db: Kysely<Schema>;
  rows: RequestRows;
  log: Log;
}): StoredRequests {
  const { db, rows, log } = parts;
  const stored = () =>
    db
      .selectFrom('requests')
      .leftJoin('receipts', 'receipts.request_id', 'requests.id')
      .selectAll('requests')
      .select(['receipts.activity_id', 'receipts.shown_version']);
  const of = (person: Person) =>
    stored()
      .where('requests.tenant_id', '=', person.tenantId)
      .where('requests.author_id', '=', person.objectId);
  const found = (row: StoredRequest | undefined) => row && rows.request(row);

  return {
    async find(id) {
      return found(await stored().where('requests.id', '=', id).executeTakeFirst());
    },

    async findBySource(sourceKey) {
      const own = await stored().where('requests.source_key', '=', sourceKey).executeTakeFirst();
      if (own !== undefined) return rows.request(own);
      const repeated = await stored()
        .innerJoin('repeats', 'repeats.request_id', 'requests.id')
        .where('repeats.source_key', '=', sourceKey)
        .executeTakeFirst();
      return found(repeated);
    },

    async alike({ author, contentHash }, since) {
      const row = await of(author)
        .where('requests.content_hash', '=', contentHash)
        .where('requests.forgotten_at', 'is', null)
        .where((where) =>
          where.or([
            where('requests.state', 'in', unsettled),
            where.and([
              where('requests.created_at', '>=', since.getTime()),
              where('requests.state', 'not in', withdrawn),
            ]),
          ]),
        )
        .orderBy('requests.created_at', 'desc')
        .orderBy('requests.id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return found(row);
    },

    async all(ids) {
      if (ids.length === 0) return [];
      const all = await stored().where('requests.id', 'in', ids).execute();
      const byId = new Map(all.map((row) => [row.id, row]));
      return ids.flatMap((id) => readable(byId.get(id)));
    },

    async waitingForSignIn(person) {
      const waiting = await of(person)
        .where('requests.waiting_for', '=', 'sign-in')
        .orderBy('requests.created_at')
        .orderBy('requests.id')
        .execute();
      return waiting.map((row) => rows.request(row));
    },

    async openOf(person, limit) {
      const open = await of(person)
        .where('requests.state', 'in', [...unsettled, 'refused'])
        .where('requests.forgotten_at', 'is', null)
        .orderBy(urgency)
        .orderBy('requests.created_at', 'desc')
        .orderBy('requests.id', 'desc')
        .limit(limit)
        .execute();
      return open.map((row) => rows.request(row));
    },

    async countOpen({ tenantId, objectId }) {
      const { count } = await db
        .selectFrom('requests')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('tenant_id', '=', tenantId)
        .where('author_id', '=', objectId)
        .where('state', 'in', [...unsettled, 'refused'])
        .where('forgotten_at', 'is', null)
        .executeTakeFirstOrThrow();
      return Number(count);
    },

    async createdSince({ conversationId, threadId }, since) {
      const row = await db
        .selectFrom('requests')
        .select('id')
        .where((where) =>
          where.or([
            ...(conversationId === undefined ? [] : [where('created_conversation_id', '=', conversationId)]),
            ...(threadId === undefined ? [] : [where('created_thread_id', '=', threadId)]),
          ]),
        )
        // It came to be with the last attempt; how long a look took to find it does not matter.
        .where(sql<number>`coalesce(attempted_at, updated_at)`, '>=', since.getTime())
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },
  };

  function readable(row: StoredRequest | undefined): ConversationRequest[] {
    if (row === undefined) return [];
    try {
      return [rows.request(row)];
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      log.error(
        { request: row.id, tenant: row.tenant_id, person: row.author_id, code: error.code, error },
        'A due request cannot be read',
      );
      return [];
    }
  }
}
