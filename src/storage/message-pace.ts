import { sql, type Kysely } from 'kysely';
import { spreadMs, type MessageLimits } from '../conversations/pace/message-limits.ts';
import type { Sent } from '../conversations/pace/sent.ts';
import { sharePlaces, type PlacesAsked } from '../conversations/pace/share-places.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { MessagePace } from '../conversations/ports/message-pace.ts';
import type { Engine } from './engine.ts';
import { createPlaceQueues } from './place-queues.ts';
import type { Schema } from './schema.ts';

/** A place that took longer than this to come back is given up, in milliseconds: the rest is for the message's way. */
const freshMs = spreadMs / 2;

/** So many in a row are given up; a database that is always slow would otherwise let nothing through. */
const mostLate = 2;

/** What a given-up place waits before it asks again, in milliseconds. */
const againMs = 50;

/** One row for each chat and tenant that was written to lately, counted by the database's clock. */
export function createMessagePace(
  {
    db,
    engine,
    log,
    elapsed = () => performance.now(),
  }: {
    db: Kysely<Schema>;
    engine: Engine;
    log: Log;
    /** Milliseconds since whenever, never going back. */
    elapsed?: (() => number) | undefined;
  },
  limits: MessageLimits,
): MessagePace & { close(): Promise<void> } {
  let late = 0;

  async function share(tenantId: string, asked: PlacesAsked): Promise<number[]> {
    let begun = 0;
    const waits = await db.transaction().execute(async (transaction) => {
      await engine.lock(transaction, `message-pace|${tenantId}`);
      begun = elapsed();
      const { rows: clock } = await sql<{ now: number }>`select ${engine.now} as now`.execute(transaction);
      const now = clock[0]?.now ?? 0;
      const scopes = {
        notices: `tenant|${tenantId}`,
        all: `all|${tenantId}`,
        ofChat: (chatId: string) => `chat|${tenantId}|${chatId}`,
      };
      const chatIds = [...new Set([...asked.waiting, ...asked.gone.keys()])];
      const rows = await transaction
        .selectFrom('message_paces')
        .select(['scope', 'sent'])
        .where('scope', 'in', [scopes.notices, scopes.all, ...chatIds.map(scopes.ofChat)])
        .execute();
      const stored = new Map(rows.map(({ scope, sent }) => [scope, JSON.parse(sent) as Sent]));
      const before = {
        notices: stored.get(scopes.notices) ?? {},
        all: stored.get(scopes.all) ?? {},
        chats: new Map(chatIds.map((chatId) => [chatId, stored.get(scopes.ofChat(chatId)) ?? {}])),
      };
      const { waits: answers, sent } = sharePlaces(before, asked, limits, now);
      const changed = [
        { scope: scopes.notices, sent: sent.notices, was: before.notices },
        { scope: scopes.all, sent: sent.all, was: before.all },
        ...chatIds.map((chatId) => ({
          scope: scopes.ofChat(chatId),
          sent: sent.chats.get(chatId) ?? {},
          was: before.chats.get(chatId),
        })),
      ].filter((each) => each.sent !== each.was);
      if (changed.length > 0)
        await transaction
          .insertInto('message_paces')
          .values(
            changed.map((each) => ({ scope: each.scope, sent: JSON.stringify(each.sent), sent_at: now })),
          )
          .onConflict((conflict) =>
            conflict.column('scope').doUpdateSet((row) => ({
              sent: row.ref('excluded.sent'),
              sent_at: row.ref('excluded.sent_at'),
            })),
          )
          .execute();
      return answers;
    });
    late = elapsed() - begun <= freshMs ? 0 : late + 1;
    const isGood = late === 0 || late > mostLate;
    if (isGood) late = 0;
    return isGood ? waits : waits.map((waitMs) => Math.max(waitMs, againMs));
  }

  return createPlaceQueues(share, log);
}
