import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ReceiptPlace } from '../../src/conversations/request.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben, place } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

export function reachTests(createBench: CreateBench): void {
  describe('who and where can be written to', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    it('remembers why somebody cannot be reached until they are back', async () => {
      const { reach } = storage;
      assert.equal(await reach.unreachable(ada), undefined);
      await reach.lost(ada, 'not-installed');
      await reach.lost(ada, 'blocked');
      assert.equal(await reach.unreachable(ada), 'blocked');
      assert.equal(await reach.unreachable(ben), undefined);
      assert.deepEqual(await Promise.all([reach.regained(ben), reach.regained(ada)]), [false, true]);
      assert.equal(await reach.unreachable(ada), undefined);
    });

    it('knows the newest address of a channel, whichever thread it was seen in', async () => {
      const { chats } = storage;
      const thread = (id: string, serviceUrl: string): ReceiptPlace => ({
        ...place,
        chatType: 'channel',
        chatId: `19:launch@thread.tacv2;messageid=${id}`,
        serviceUrl,
      });
      const first = thread('1', 'https://old.example/');
      assert.deepEqual(await chats.newestShared(first), first);
      await chats.rememberShared(first);
      await chats.rememberShared(thread('2', 'https://new.example/'));
      assert.deepEqual(await chats.newestShared(first), { ...first, serviceUrl: 'https://new.example/' });
    });

    it('knows some place of a tenant, once anybody of it has a chat', async () => {
      const { chats } = storage;
      const tenantId = randomUUID();
      assert.equal(await chats.anyOf(tenantId), undefined);
      const personal = { ...place, tenantId };
      await chats.rememberPersonal({ tenantId, objectId: ada.objectId }, personal);
      assert.deepEqual(await chats.anyOf(tenantId), personal);
    });
  });
}
