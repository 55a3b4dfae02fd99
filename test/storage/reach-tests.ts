import assert from 'node:assert/strict';
import type { ReceiptPlace } from '../../src/conversations/request.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben, place } from './sample-request.ts';
import type { StorageBench } from './storage-bench.ts';

export function reachTests(createBench: () => Promise<StorageBench>): void {
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

    it('lets no more messages go at once than the limits of a chat and a tenant', async () => {
      await storage.close();
      storage = await bench.open({ noticeRate: 10 });
      const chat = { tenantId: ada.tenantId, chatId: 'a:1' };
      const inOne = await Promise.all(Array.from({ length: 16 }, () => storage.messagePace.take(chat)));
      assert.equal(inOne.filter((wait) => wait === 0).length, 7);
      assert.ok(inOne.every((wait) => wait >= 0 && wait <= 1_300));
      const elsewhere = await Promise.all(
        Array.from({ length: 16 }, (_, n) => storage.messagePace.take({ ...chat, chatId: `a:${n + 2}` })),
      );
      assert.equal(elsewhere.filter((wait) => wait === 0).length, 3);
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
  });
}
