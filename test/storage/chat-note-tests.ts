import assert from 'node:assert/strict';
import type { NumberedList } from '../../src/conversations/ports/lists.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

const noon = new Date('2026-11-20T12:00:00Z');
const before = new Date(noon.getTime() - 1);

const finance = { id: 'g1', name: 'Finance', mail: 'finance@contoso.com' };
const list: NumberedList = {
  id: 'list-1',
  items: [
    { group: finance },
    {
      group: { id: 'g2', name: 'Legal' },
      conversation: {
        id: 'AAQk=',
        topic: 'Budget',
        lastDelivered: new Date('2026-11-19T08:30:00Z'),
        preview: 'The last words',
      },
    },
    { group: finance, conversation: { id: 'c2', topic: '' } },
  ],
  expiresAt: noon,
};

export function chatNoteTests(createBench: CreateBench): void {
  describe('lists, waiting commands and default groups', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    const owner = { person: ada, chatId: 'chat' };

    it('keeps the last list of a person in a chat until it expires, over a restart', async () => {
      await storage.lists.keep(owner, { ...list, id: 'older', items: [] });
      await storage.lists.keep(owner, list);
      await storage.close();
      storage = await bench.open();
      assert.deepEqual(await storage.lists.find(owner, before), list);
      assert.equal(await storage.lists.find(owner, noon), undefined, 'expired');
      assert.equal(await storage.lists.find({ ...owner, person: ben }, before), undefined, 'another person');
      assert.equal(
        await storage.lists.find({ ...owner, chatId: 'other' }, before),
        undefined,
        'another chat',
      );
    });

    it('hands the commands that wait for a person to one taker, those of every chat, none that expired', async () => {
      const { waitingCommands } = storage;
      const waiting = { ...owner, command: 'first', expiresAt: noon };
      await waitingCommands.put(waiting);
      await waitingCommands.put({ ...waiting, command: 'newer' });
      await waitingCommands.put({ ...waiting, chatId: 'other', command: 'elsewhere' });
      await waitingCommands.put({ ...waiting, chatId: 'late', command: 'expired', expiresAt: before });
      await waitingCommands.put({ ...waiting, person: ben, command: 'of Ben' });
      await storage.lists.keep(owner, list);
      const taken = await Promise.all([1, 2, 3].map(() => waitingCommands.takeAll(ada, before)));
      assert.deepEqual(taken.flat().toSorted(), ['elsewhere', 'newer']);
      assert.deepEqual(await waitingCommands.takeAll(ada, before), []);
      assert.deepEqual(await waitingCommands.takeAll(ben, before), ['of Ben']);
      assert.deepEqual(await storage.lists.find(owner, before), list);
    });

    it('sweeps notes that have expired', async () => {
      await storage.lists.keep(owner, list);
      await storage.waitingCommands.put({ ...owner, command: 'x', expiresAt: new Date(noon.getTime() + 1) });
      assert.equal((await storage.sweep(before)).notes, 0);
      assert.equal((await storage.sweep(noon)).notes, 1);
      assert.deepEqual(await storage.waitingCommands.takeAll(ada, noon), ['x']);
    });

    it('knows the group that a chat uses, whoever chose it last', async () => {
      const chat = { tenantId: ada.tenantId, chatId: 'chat' };
      assert.equal(await storage.defaultGroups.find(chat), undefined);
      await storage.defaultGroups.choose(chat, { id: 'g2', name: 'Legal' }, ada);
      await storage.defaultGroups.choose(chat, finance, ben);
      await storage.close();
      storage = await bench.open();
      assert.deepEqual(await storage.defaultGroups.find(chat), finance);
      assert.equal(await storage.defaultGroups.find({ ...chat, chatId: 'other' }), undefined);
      assert.equal(await storage.defaultGroups.find({ ...chat, tenantId: ada.objectId }), undefined);
      await storage.defaultGroups.forget(chat);
      assert.equal(await storage.defaultGroups.find(chat), undefined);
    });
  });
}
