import assert from 'node:assert/strict';
import type { Person } from '../../src/conversations/person.ts';
import type { Storage } from '../../src/storage/storage.ts';
import type { MailPost } from '../../src/watches/mail-post.ts';
import type { WatchedGroup } from '../../src/watches/watched-group.ts';
import { createPostgresServer, whyNoPostgres, type PostgresBench } from './postgres-server.ts';
import { ada, sampleRequest } from './sample-request.ts';
import { until } from './until.ts';

const missing = await whyNoPostgres();
/** Rows of each table that grows with everybody's use; all in one tenant. */
const rows = 10_000;
/** What all that is asked here may read of one of them, rows that are looked at in vain included. */
const mostRead = 2_000;
const numbers = `generate_series(1, ${rows}) as n`;
const tenant = `'${ada.tenantId}'`;

const filled = `
  insert into requests (id, source_key, content_hash, tenant_id, author_id, kind, state, version, attempts, marker, group_id,
    created_conversation_id, created_thread_id, created_post_id, created_at, updated_at, sealed)
  select 'r' || n, 's' || n, 'h' || n, ${tenant}, 'p' || n % 1000, 'conversation', 'created', 1, 1, 1, 'g' || n % 50,
    'c' || n, 't' || n, 'post' || n, n, n, '' from ${numbers};
  insert into receipts (request_id, wanted_version, shown_version, attempts) select 'r' || n, 1, 1, 0 from ${numbers};
  insert into follow_ups (request_id, attempts) select 'r' || n, 0 from ${numbers};
  insert into claims (group_id, thread_id, post_id, request_id) select 'g' || n % 50, 't' || n, 'post' || n, 'r' || n from ${numbers};
  insert into forms (id, tenant_id, person_id, chat_id, created_at, expires_at, sealed)
  select 'f' || n, ${tenant}, 'p' || n, 'a:' || n, 1, 4000000000000, '' from ${numbers};
  insert into tickets (kind, id, tenant_id, person_id, chat_id, expires_at)
  select 'asked-card', 'k' || n, ${tenant}, 'p' || n, 'a:' || n, 4000000000000 from ${numbers};
  insert into chat_notes (kind, tenant_id, person_id, chat_id, expires_at, sealed)
  select 'list', ${tenant}, 'p' || n, 'a:' || n, 4000000000000, '' from ${numbers};
  insert into watches (id, tenant_id, person_id, chat_id, place_key, group_key, state, since, created_at, sealed)
  select 'w' || n, ${tenant}, 'p' || n, 'a:' || n, 'pk' || n, 'gk' || n % 50, 'on', 1, 1, '' from ${numbers};
  insert into notice_items (key, place_key, group_key, chat_id, conversation_key, tenant_id, person_id, kind, state, created_at, done_at)
  select 'i' || n, 'pk' || n, 'gk', 'a:' || n, 'ck', ${tenant}, 'p' || n, 'post', 'delivered', 4000000000000, 4000000000000 from ${numbers};
  insert into announcement_receivers (announcement_id, receiver_id, state, tries)
  select 'a' || n % 50, 'p' || n, 'delivered', 0 from ${numbers};
  analyze`;

const tables =
  'requests receipts follow_ups claims forms tickets chat_notes watches notice_items announcement_receivers';

describe(`hot queries${missing === undefined ? '' : ` (skipped: ${missing})`}`, function () {
  this.timeout(30_000);

  it('read only what they look for, however much there is of others', async function () {
    if (missing !== undefined) return this.skip();
    const server = await createPostgresServer();
    try {
      const bench = await server.createBench();
      // The start looks through some of everything, once.
      const storage = await bench.open();
      await bench.query(filled);
      const before = await readSoFar(bench);
      await askEverything(storage, { ...ada, objectId: 'p7' });
      await bench.dispose();
      // A connection says what it has read when it ends.
      const after = await until(async () => {
        const read = await readSoFar(bench);
        return read['requests'] === before['requests'] ? undefined : read;
      });
      for (const table of tables.split(' ')) {
        const read = after[table]! - before[table]!;
        assert.ok(read < mostRead, `${read} rows of ${table} were read`);
      }
    } finally {
      await server.drop();
    }
  });
});

/** How many rows of each table were read, by index or one after the other. */
async function readSoFar(bench: PostgresBench): Promise<Record<string, number>> {
  const stats = await bench.query(
    'select relname, seq_tup_read + coalesce(idx_tup_fetch, 0) as read from pg_stat_user_tables',
  );
  return Object.fromEntries(stats.map(({ relname, read }) => [String(relname), Number(read)]));
}

/** What turns and due work ask, again and again. */
async function askEverything(storage: Storage, person: Person): Promise<void> {
  const { ledger, followUps, tickets, watches, announcements, forgetting } = storage;
  const now = new Date();
  const request = sampleRequest({ author: { ...person, name: 'Ada' } });
  await ledger.accept(request, 'h', { similarSince: now });
  await ledger.write({ ...request, state: 'created', created: { conversationId: 'c' } }, 'h');
  await ledger.findBySource('s-unknown');
  await ledger.waitingForSignIn(person);
  await ledger.wakeSignedIn(person);
  await ledger.createdSince({ conversationId: 'c1', threadId: 't1' }, now);
  await ledger.takeDue('h', 20);
  await ledger.takeDueReceipts('h', 20);
  await followUps.takeDue('h', 20);
  await ledger.dueCounts();
  await tickets.list('asked-card', person, now);
  const group = { tenantId: person.tenantId, groupId: 'g1' } as WatchedGroup;
  await watches.authorsOf(
    group,
    ['post1', 'post2'].map((postId) => ({ postId }) as MailPost),
  );
  await watches.pausedIn({ tenantId: person.tenantId, chatId: 'a:8' });
  await watches.resume(person, 'unreachable');
  await announcements.giveUpLost();
  await announcements.dueTelling({ withinMs: 500, limit: 8 });
  await storage.sweep(now);
  const id = await forgetting.schedule({ person }, { asked: true, inMs: 0 });
  const due = await forgetting.take(id, 'h');
  assert.ok(due);
  await forgetting.erase(due, { now, all: true });
}
