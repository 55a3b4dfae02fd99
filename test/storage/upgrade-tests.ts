import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { Kysely } from 'kysely';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import { openEngine } from '../../src/storage/engine.ts';
import { migrate } from '../../src/storage/migrate.ts';
import { createRequestRows } from '../../src/storage/request-rows.ts';
import type { Schema } from '../../src/storage/schema.ts';
import { createSealing } from '../../src/storage/sealing.ts';
import { ada, place, sampleRequest } from './sample-request.ts';
import { silentLog } from './silent-log.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

/** The first one, some on the way (before and after data was moved), and the last but one. */
const steps = [
  '0001-first-tables',
  '0006-attachments',
  '0011-announcements',
  '0013-follow-ups',
  '0016-tickets-of-person',
];

const keys = [{ id: 'k1', key: randomBytes(32) }];
const sealing = createSealing(keys);
const expiresAt = 4_000_000_000_000;

/** What an earlier version has: one created whose author has been shown so, one created and not shown, one that waits. */
function stored(): Record<'shown' | 'unshown' | 'waiting', ConversationRequest> {
  const { dueAt: _, ...settled } = sampleRequest({
    state: 'created',
    created: { conversationId: 'c', threadId: 't' },
  });
  return {
    shown: settled,
    unshown: { ...settled, ...ids('unshown'), created: { conversationId: 'c2' } },
    waiting: sampleRequest({ state: 'waiting', waitingFor: 'sign-in' }),
  };
}

const ids = (id: string) => ({ id, sourceKey: `command:${id}` });

/** Writes rows as they were at that step. */
async function fill(db: Kysely<Schema>, requests: ReturnType<typeof stored>, step: string): Promise<void> {
  const rows = createRequestRows(sealing);
  for (const [name, request] of Object.entries(requests)) {
    const { forgotten_at: forgotten, ...row } = rows.row(request);
    const due = name === 'waiting' ? null : 1;
    await db
      .insertInto('requests')
      .values({ ...row, due_at: null, ...(step > '0004' && { forgotten_at: forgotten }) })
      .execute();
    await db
      .insertInto('receipts')
      .values({
        ...{ request_id: request.id, activity_id: name === 'shown' ? 'card' : null, attempts: 0 },
        ...{
          shown_version: name === 'shown' ? 1 : null,
          wanted_version: 1,
          due_at: name === 'shown' ? null : due,
        },
        ...{ held_by: null, held_until: null },
      })
      .execute();
  }
  const own = { tenant_id: ada.tenantId, person_id: ada.objectId };
  await db
    .insertInto('forms')
    .values({
      ...{ id: 'form', ...own, chat_id: place.chatId, created_at: 1, expires_at: expiresAt },
      sealed: sealing.seal(JSON.stringify({ kind: 'conversation', topic: 'Kept' }), ada, 'form:form'),
    })
    .execute();
  await db
    .insertInto('token_partitions')
    .values({ ...own, sealed: sealing.seal('tokens', ada, 'token_partitions') })
    .execute();
}

export function upgradeTests(createBench: CreateBench): void {
  describe('a database of an earlier version', () => {
    let bench: StorageBench;
    beforeEach(async () => {
      bench = await createBench({ fresh: true });
    });
    afterEach(() => bench.dispose());

    async function leaveAt(step: string, requests: ReturnType<typeof stored>): Promise<void> {
      const engine = openEngine(bench.database, silentLog);
      const db = new Kysely<Schema>({ dialect: engine.dialect });
      await migrate(db, engine, step);
      await fill(db, requests, step);
      await db.destroy();
      engine.release();
    }

    for (const step of steps)
      it(`keeps everything, and goes on with it (${step})`, async () => {
        const requests = stored();
        await leaveAt(step, requests);
        const storage = await bench.open({ keys });
        for (const request of Object.values(requests)) {
          const found = await storage.ledger.find(request.id);
          assert.deepEqual(
            [found?.topic, found?.body, found?.state, found?.created],
            [request.topic, request.body, request.state, request.created],
          );
          const again = await storage.ledger.accept(
            { ...request, ...ids('new'), sourceKey: request.sourceKey },
            'h',
          );
          assert.deepEqual([again.first, again.request.id], [false, request.id]);
        }
        assert.equal((await storage.forms.find('form'))?.draft.topic, 'Kept');
        assert.equal(await storage.partitions.read(ada), 'tokens');
        assert.deepEqual(
          (await storage.ledger.waitingForSignIn(ada)).map(({ id }) => id),
          [requests.waiting.id],
        );
        const receipts = await storage.ledger.takeDueReceipts('h', 10);
        assert.deepEqual(
          receipts.map(({ id }) => id),
          ['unshown'],
        );
        // Until there were rows for it, what follows was done when the receipt was shown.
        const follows = step < '0013' ? ['unshown'] : [];
        assert.deepEqual(
          (await storage.followUps.takeDue('h', 10)).map(({ id }) => id),
          follows,
        );
      });
  });
}
