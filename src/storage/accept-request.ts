import { sql, type Kysely, type RawBuilder } from 'kysely';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { Accepted, Ledger } from '../conversations/ports/ledger.ts';
import type { ConversationRequest } from '../conversations/request.ts';
import { dueByDatabase } from './due-by-database.ts';
import type { Engine } from './engine.ts';
import type { RequestRows } from './request-rows.ts';
import type { Schema } from './schema.ts';
import type { StoredRequests } from './stored-requests.ts';

export interface AcceptParts {
  db: Kysely<Schema>;
  engine: Engine;
  rows: RequestRows;
  /** Reads by this connection or inside this transaction. */
  storedIn: (db: Kysely<Schema>) => StoredRequests;
  /** When a hold ends that begins now. */
  until: RawBuilder<number>;
  receiptGraceMs: number;
  /** Writes a row that its holder, or nobody, holds, if it is still at that version. */
  writeIn: (
    transaction: Kysely<Schema>,
    request: ConversationRequest,
    holder: string,
  ) => Promise<ConversationRequest | undefined>;
}

/** Takes back what the transaction has stored. */
class NotReplaced extends Error {}

/**
 * Stores a request and its receipt together. The source key is unique in the database; that of several requests that say
 * the same only one is stored is kept by letting one acceptance per author look and store at a time. The key of a repeat is
 * kept with the request that it repeats, so that it starts nothing when it is delivered again later.
 */
export function createAcceptRequest(parts: AcceptParts): Ledger['accept'] {
  const { db, engine, rows, storedIn, until, receiptGraceMs, writeIn } = parts;
  const insertReceipt = (transaction: Kysely<Schema>, { id, receipt, version }: ConversationRequest) => {
    const shown = receipt?.version ?? null;
    return transaction
      .insertInto('receipts')
      .values({
        request_id: id,
        activity_id: receipt?.activityId ?? null,
        shown_version: shown,
        wanted_version: version,
        due_at: shown !== null && shown >= version ? null : sql`${engine.now} + ${receiptGraceMs}`,
        attempts: 0,
        held_by: null,
        held_until: null,
      })
      .returning(['activity_id', 'shown_version'])
      .executeTakeFirstOrThrow();
  };
  const accept: Ledger['accept'] = (request, holder, { similarSince, replaces } = {}) =>
    db.transaction().execute(async (transaction) => {
      const stored = storedIn(transaction);
      if (similarSince !== undefined) {
        const { tenantId, objectId } = request.author;
        // A statement of its own: the ones after it see what was stored while this waited.
        await engine.lock(transaction, `accept|${tenantId}|${objectId}`);
        const earlier = await stored.findBySource(request.sourceKey);
        if (earlier !== undefined) return seenBefore(earlier, request);
        const alike = await stored.alike(request, similarSince);
        if (alike !== undefined) {
          await transaction
            .insertInto('repeats')
            .values({ source_key: request.sourceKey, request_id: alike.id })
            .execute();
          return { request: alike, first: false, similar: true };
        }
      }
      const row = await transaction
        .insertInto('requests')
        .values({
          ...rows.row(request),
          due_at: dueByDatabase(request, engine),
          held_by: holder,
          held_until: until,
        })
        .onConflict((conflict) => conflict.column('source_key').doNothing())
        .returningAll()
        .executeTakeFirst();
      if (row === undefined) {
        const earlier = await stored.findBySource(request.sourceKey);
        if (earlier !== undefined) return seenBefore(earlier, request);
        throw new CodedError('INTERNAL', {}, { log: 'A source key was taken, but its request is gone.' });
      }
      if (replaces !== undefined && (await writeIn(transaction, replaces, holder)) === undefined)
        throw new NotReplaced();
      const receiptRow = await insertReceipt(transaction, request);
      return { request: rows.request({ ...row, ...receiptRow }), first: true, similar: false };
    });
  return async (request, holder, options = {}) => {
    try {
      return await accept(request, holder, options);
    } catch (error) {
      const { replaces } = options;
      if (!(error instanceof NotReplaced) || replaces === undefined) throw error;
      const now = (await storedIn(db).find(replaces.id)) ?? replaces;
      return { request: now, first: false, similar: false, notReplaced: true };
    }
  };
}

/** The answer to a source that came again: the same as the first time. */
function seenBefore(earlier: ConversationRequest, { sourceKey }: ConversationRequest): Accepted {
  return { request: earlier, first: false, similar: earlier.sourceKey !== sourceKey };
}
