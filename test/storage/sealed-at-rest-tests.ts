import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import type { EncryptionKey } from '../../src/config/configuration.ts';
import type { LogFields } from '../../src/conversations/ports/log.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { sampleAnnouncement } from './sample-announcement.ts';
import { ada, ben, place, sampleRequest } from './sample-request.ts';
import { silentLog } from './silent-log.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

const noon = new Date('2026-11-20T12:00:00Z');
const unreadable = { code: 'STORAGE_UNREADABLE' };

export function sealedAtRestTests(createBench: CreateBench): void {
  describe('encryption at rest', () => {
    let bench: StorageBench;
    beforeEach(async () => {
      bench = await createBench();
    });
    afterEach(() => bench.dispose());

    const draft = {
      kind: 'conversation',
      group: 'typed group',
      topic: 'typed topic',
      body: 'typed body',
      people: 'typed@people.com',
    } as const;

    async function fill(storage: Storage) {
      const request = sampleRequest({
        reason: { code: 'GROUP_NEAR', details: { group: 'Secret Squad' } },
        alsoFound: [{ postId: 'typed id' }],
      });
      await storage.ledger.accept(request, 'one');
      await storage.forms.put({
        id: 'f',
        person: ada,
        chatId: 'c',
        draft,
        createdAt: noon,
        expiresAt: noon,
      });
      await storage.forms.keepDraft('f', { ...draft, body: 'typed later' });
      const expiresAt = new Date(noon.getTime() + 1);
      await storage.tickets.put({
        kind: 'authorization',
        id: 't',
        person: ada,
        chatId: 'c',
        secret: 'pkce',
        expiresAt,
      });
      await storage.partitions.write(ada, 'refresh token of ada');
      await storage.chats.rememberPersonal(ada, place);
      const secret = { id: 'g', name: 'typed name' };
      const list = {
        id: 'l',
        items: [{ group: secret, conversation: { id: 'c', topic: 'typed topic' } }],
        expiresAt,
      };
      await storage.lists.keep({ person: ada, chatId: 'c' }, list);
      await storage.defaultGroups.choose({ tenantId: ada.tenantId, chatId: 'c' }, secret, ada);
      await storage.waitingCommands.put({ person: ada, chatId: 'c', command: 'typed command', expiresAt });
      return request;
    }

    it('stores no text that anybody typed, no token and no address in the clear', async () => {
      const storage = await bench.open();
      await fill(storage);
      const tables = [
        'requests',
        'receipts',
        'forms',
        'tickets',
        'token_partitions',
        'chats',
        'chat_notes',
        'default_groups',
      ];
      const rows = await Promise.all(tables.map((table) => bench.query(`select * from ${table}`)));
      assert.deepEqual(
        rows.map((table) => table.length),
        [1, 1, 1, 1, 1, 1, 2, 1],
      );
      const stored = JSON.stringify(rows);
      const secrets = ['Budget', 'nobody else', 'grace@', 'Finance', 'Lovelace', 'Secret Squad', 'typed'];
      for (const secret of [...secrets, 'pkce', 'refresh', 'smba.', 'a:chat-of-ada']) {
        assert.equal(stored.includes(secret), false, secret);
      }
    });

    it('reads with an older key and writes with the first', async () => {
      const old = { id: 'old', key: randomBytes(32) };
      const fresh = { id: 'new', key: randomBytes(32) };
      let storage = await bench.open({ keys: [old] });
      const request = await fill(storage);
      await storage.close();

      storage = await bench.open({ keys: [fresh, old] });
      assert.deepEqual(await storage.ledger.find(request.id), request);
      await storage.ledger.write(request, 'one');
      await storage.partitions.write(ada, 'renewed');
      await storage.close();

      storage = await bench.open({ keys: [fresh] });
      assert.equal((await storage.ledger.find(request.id))?.topic, request.topic);
      assert.equal(await storage.partitions.read(ada), 'renewed');
      await assert.rejects(storage.forms.find('f'), unreadable);
      await assert.rejects(storage.chats.personal(ada), unreadable);
      await assert.rejects(storage.tickets.find('authorization', 't', noon), unreadable);
    });

    it('says at the start which keys stored texts need that are not there, and where, once', async () => {
      const [old, older, fresh] = ['old', 'old_er-1', 'new'].map((id) => ({ id, key: randomBytes(32) }));
      const opened = async (keys: EncryptionKey[], work: (storage: Storage) => Promise<unknown>) => {
        const lines: string[] = [];
        const warn = ({ code }: LogFields, message: string) => lines.push(`${code}: ${message}`);
        const storage = await bench.open({ keys, log: { ...silentLog, warn } });
        await work(storage);
        await storage.close();
        return lines;
      };
      const nothing = async () => {};
      const announce = ({ announcements }: Storage) =>
        announcements.accept(sampleAnnouncement(), [ben.objectId]);
      assert.deepEqual(await opened([older!], (storage) => storage.partitions.write(ada, 'cache')), []);
      assert.deepEqual(
        await opened([old!, older!], async (storage) => {
          await fill({ ...storage, partitions: { ...storage.partitions, write: nothing } });
          await announce(storage);
        }),
        [],
      );
      assert.deepEqual(await opened([fresh!, old!, older!], nothing), []);
      const [line, ...others] = await opened([fresh!], nothing);
      assert.deepEqual(others, []);
      assert.equal(
        line,
        'STORAGE_UNREADABLE: ENCRYPTION_KEYS lacks keys that stored texts need: ' +
          '"old" (requests, forms, tickets, chats, chat_notes, default_groups, announcements), ' +
          '"old_er-1" (token_partitions). Put them back behind the first one.',
      );
      const [second] = await opened([fresh!, old!], nothing);
      assert.match(second ?? '', /need: "old_er-1" \(token_partitions\)/);
    });

    it('does not read under an id whose key has changed', async () => {
      let storage = await bench.open({ keys: [{ id: 'k', key: randomBytes(32) }] });
      await storage.partitions.write(ada, 'cache');
      await storage.close();
      storage = await bench.open({ keys: [{ id: 'k', key: randomBytes(32) }] });
      await assert.rejects(storage.partitions.read(ada), unreadable);
    });

    it('does not open what was moved to another person, another row or another table', async () => {
      const storage = await bench.open();
      const request = await fill(storage);
      const other = sampleRequest({ topic: 'Another' });
      await storage.ledger.accept(other, 'one');
      const from = `(select sealed from requests where id = '${other.id}')`;
      await bench.query(`update requests set sealed = ${from} where id = '${request.id}'`);
      await assert.rejects(storage.ledger.find(request.id), unreadable);

      await bench.query(`update forms set person_id = '${ben.objectId}'`);
      await assert.rejects(storage.forms.find('f'), unreadable);
      await bench.query(`update chats set sealed = (select sealed from token_partitions)`);
      await assert.rejects(storage.chats.personal(ada), unreadable);
      await bench.query(`update token_partitions set tenant_id = '${ben.objectId}'`);
      await assert.rejects(storage.partitions.read({ ...ada, tenantId: ben.objectId }), unreadable);
    });

    it('goes on with the other notices to many when one cannot be read', async () => {
      const storage = await bench.open();
      const audience = { kind: 'members', group: { id: 'g', name: 'Finance' } } as const;
      const gathered = () => sampleAnnouncement({ audience, state: 'gathering' });
      const [broken, good] = [gathered(), gathered()];
      for (const each of [broken, good]) await storage.announcements.accept(each, []);
      await bench.query(`update announcements set sealed = 'v1:gone:AA:AA' where id = '${broken.id}'`);
      const due = await storage.announcements.takeDueGathering('one', 5);
      assert.deepEqual(
        due.map(({ announcement }) => announcement.id),
        [good.id],
      );
    });

    it('goes on with the other due requests when one cannot be read, and logs which', async () => {
      const lines: LogFields[] = [];
      const quiet = () => {};
      const log = {
        debug: quiet,
        info: quiet,
        warn: quiet,
        error: (fields: LogFields) => lines.push(fields),
      };
      const storage = await bench.open({ log });
      const broken = sampleRequest({ dueAt: new Date(1_000) });
      const good = sampleRequest({ dueAt: new Date(2_000) });
      for (const request of [broken, good]) {
        await storage.ledger.accept(request, 'one');
        await storage.ledger.release(request.id, 'one');
      }
      await bench.query(`update requests set sealed = 'v1:gone:AA:AA' where id = '${broken.id}'`);
      assert.deepEqual(await storage.ledger.takeDue('two', 1), []);
      assert.deepEqual(await storage.ledger.takeDue('two', 1), [good]);
      assert.deepEqual(
        lines.map(({ request, code }) => ({ request, code })),
        [{ request: broken.id, code: 'STORAGE_UNREADABLE' }],
      );
    });
  });
}
