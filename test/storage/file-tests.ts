import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben, sampleRequest } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

export function fileTests(createBench: CreateBench): void {
  describe('files of posts', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    const bytes = randomBytes(2_500_000);
    const expiresAt = new Date('2027-01-30T12:00:00Z');
    const file = {
      id: 'f1',
      name: 'plan.pdf',
      contentType: 'application/pdf',
      state: 'stored' as const,
      origin: { url: 'https://files.example/secret', picture: false, key: 'k' },
    };

    it('are kept encrypted, for their person, over a restart', async () => {
      await storage.fileStore.put({ id: 'f1', person: ada, bytes, expiresAt });
      await storage.fileStore.put({ id: 'f1', person: ada, bytes: Buffer.from('other'), expiresAt });
      await storage.close();
      storage = await bench.open();
      assert.ok((await storage.fileStore.read('f1', ada))?.equals(bytes));
      assert.equal(await storage.fileStore.read('f1', ben), undefined);
      const [row] = await bench.query('select sealed from attachments');
      assert.match(String(row?.['sealed']), /^v1:/);
    });

    it('go soon after their request is settled, and not before', async () => {
      const at = new Date('2027-01-01T12:00:00Z');
      const { request } = await storage.ledger.accept(sampleRequest({ files: [file] }), 'here');
      assert.deepEqual(request.files, [file]);
      await storage.fileStore.put({ id: 'f1', person: ada, bytes: Buffer.from('x'), expiresAt });
      const sending = await storage.ledger.write({ ...request, state: 'sending', updatedAt: at }, 'here');
      const later = new Date(at.getTime() + 3_600_000);
      assert.equal((await storage.sweep(later)).attachments, 0);
      await storage.ledger.write({ ...sending!, state: 'created', updatedAt: at }, 'here');
      assert.equal((await storage.sweep(at)).attachments, 0, 'they may still be meant again');
      assert.equal((await storage.sweep(later)).attachments, 1);
    });
  });
}
