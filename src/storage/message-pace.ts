import { sql, type Kysely } from 'kysely';
import { pace, type RateLimit, type Sent } from '../conversations/pace/pace.ts';
import type { MessagePace } from '../conversations/ports/message-pace.ts';
import type { Engine } from './engine.ts';
import type { Schema } from './schema.ts';

export interface MessageLimits {
  readonly chat: readonly RateLimit[];
  readonly tenant: readonly RateLimit[];
}

/** One row for each chat and tenant that was written to lately, counted by the database's clock. */
export function createMessagePace(
  { db, engine }: { db: Kysely<Schema>; engine: Engine },
  limits: MessageLimits,
): MessagePace {
  return {
    take: ({ tenantId, chatId }) =>
      db.transaction().execute(async (transaction) => {
        // Always the tenant first, so that no two wait for each other.
        const tenant = `tenant|${tenantId}`;
        const chat = `chat|${tenantId}|${chatId}`;
        await engine.lock(transaction, `message-pace|${tenantId}`);
        const rows = await transaction
          .selectFrom('message_paces')
          .select(['scope', 'sent'])
          .where('scope', 'in', [tenant, chat])
          .execute();
        const { rows: clock } = await sql<{ now: number }>`select ${engine.now} as now`.execute(transaction);
        const now = clock[0]?.now ?? 0;
        const sentIn = (scope: string): Sent =>
          JSON.parse(rows.find((row) => row.scope === scope)?.sent ?? '[]') as Sent;
        const ofTenant = pace(sentIn(tenant), limits.tenant, now);
        const ofChat = pace(sentIn(chat), limits.chat, now);
        const waitMs = Math.max(ofTenant.waitMs, ofChat.waitMs);
        if (waitMs > 0) return waitMs;
        for (const [scope, { sent }] of [
          [tenant, ofTenant],
          [chat, ofChat],
        ] as const) {
          const changing = { sent: JSON.stringify(sent), sent_at: now };
          await transaction
            .insertInto('message_paces')
            .values({ scope, ...changing })
            .onConflict((conflict) => conflict.column('scope').doUpdateSet(changing))
            .execute();
        }
        return 0;
      }),
  };
}
