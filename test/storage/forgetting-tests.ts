import assert from 'node:assert/strict';
import type { DueForgetting, Forgettable } from '../../src/conversations/ports/forgetting-work.ts';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import { forgettingRules } from '../../src/storage/forgetting-rules.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben, place, sampleRequest } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

const now = new Date('2026-11-20T12:00:00Z');
const day = 86_400_000;

export function forgettingTests(createBench: CreateBench): void {
  describe('forgetting', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    /** A stored request in a state, free, with its receipt shown. */
    async function stored(changes: Partial<ConversationRequest>): Promise<ConversationRequest> {
      const { dueAt: _, ...sample } = sampleRequest({ createdAt: new Date(now.getTime() - day), ...changes });
      const request = { ...sample, ...(changes.dueAt !== undefined && { dueAt: changes.dueAt }) };
      await storage.ledger.accept(request, 'one');
      await storage.ledger.release(request.id, 'one');
      await storage.ledger.receiptShown(request.id, { activityId: 'card', version: request.version }, 'one');
      return request;
    }

    async function due(subject: Forgettable): Promise<DueForgetting> {
      const id = await storage.forgetting.schedule(subject, { asked: true, inMs: 0 });
      return (await storage.forgetting.take(id, 'one'))!;
    }

    const form = (id: string, person: typeof ada, chatId: string) => ({
      ...{ id, person, chatId, createdAt: now, expiresAt: now },
      draft: { kind: 'conversation', group: 'g', topic: 't', body: 'typed', people: '' } as const,
    });
    const ticket = (id: string, person: typeof ada, chatId: string) =>
      ({ kind: 'sign-in-card', id, person, chatId, expiresAt: new Date(now.getTime() + day) }) as const;

    it('has a rule for every table of the database', async () => {
      const tables = await bench
        .query("select name from sqlite_master where type = 'table'")
        .catch(() =>
          bench.query(
            'select table_name as name from information_schema.tables where table_schema = current_schema()',
          ),
        );
      const own = tables.map(({ name }) => String(name)).filter((name) => !/^(?:kysely|sqlite)_/.test(name));
      assert.deepEqual(own.sort(), Object.keys(forgettingRules).sort());
    });

    it('leaves nothing of a person but ids, and everything of others', async () => {
      for (const person of [ada, ben]) {
        const key = person.objectId;
        await stored({ author: { ...person, name: 'N' }, sourceKey: key, state: 'created', created: {} });
        await storage.forms.put(form(`form-${key}`, person, 'chat'));
        await storage.tickets.put(ticket(key, person, 'chat'));
        await storage.partitions.write(person, 'tokens');
        await storage.chats.rememberPersonal(person, place);
      }
      const texts = { texts: 1, forms: 1, left: 0 };
      assert.deepEqual(
        await storage.forgetting.erase(await due({ person: ada }), { now, all: false }),
        texts,
      );

      assert.equal(await storage.forms.find(`form-${ada.objectId}`), undefined);
      assert.equal(await storage.tickets.find('sign-in-card', ada.objectId, now), undefined);
      assert.equal(await storage.partitions.read(ada), undefined);
      assert.equal(await storage.chats.personal(ada), undefined);
      const [row] = await bench.query(`select * from requests where author_id = '${ada.objectId}'`);
      assert.equal(row?.['sealed'], '');
      assert.equal(row?.['source_key'], ada.objectId);
      const request = await storage.ledger.findBySource(ada.objectId);
      assert.equal(request?.forgotten, true);
      assert.deepEqual([request?.topic, request?.body.content, request?.people], ['', '', []]);

      assert.ok(await storage.forms.find(`form-${ben.objectId}`));
      assert.ok(await storage.tickets.find('sign-in-card', ben.objectId, now));
      assert.equal(await storage.partitions.read(ben), 'tokens');
      assert.deepEqual(await storage.chats.personal(ben), place);
      assert.equal((await storage.ledger.findBySource(ben.objectId))?.forgotten, undefined);
    });

    it('never starts a forgotten request again, nor takes it for a text that was just posted', async () => {
      const request = await stored({ state: 'created', created: {}, createdAt: now });
      await storage.forgetting.erase(await due({ person: ada }), { now, all: false });
      const again = await storage.ledger.accept(sampleRequest({ sourceKey: request.sourceKey }), 'one');
      assert.deepEqual([again.first, again.request.id, again.request.forgotten], [false, request.id, true]);
      const { contentHash } = request;
      const another = await storage.ledger.accept(sampleRequest({ contentHash }), 'one', {
        similarSince: new Date(0),
      });
      assert.deepEqual([another.first, another.similar], [true, false]);
    });

    it('keeps what is in flight, and the sign-in for it, until it rests', async () => {
      const sending = await stored({ state: 'sending', dueAt: now });
      const looked = await stored({ state: 'discarded', dueAt: now });
      await stored({ state: 'refused' });
      await storage.partitions.write(ada, 'tokens');
      const first = await storage.forgetting.erase(await due({ person: ada }), { now, all: false });
      assert.deepEqual(first, { texts: 1, forms: 0, left: 2 });
      assert.equal(await storage.partitions.read(ada), 'tokens');
      assert.equal((await storage.ledger.find(sending.id))?.topic, sending.topic);

      for (const { id } of [sending, looked]) {
        const { dueAt: _, ...request } = (await storage.ledger.find(id))!;
        const settled = await storage.ledger.write({ ...request, state: 'created', created: {} }, 'two');
        await storage.ledger.receiptShown(id, { activityId: 'card', version: settled?.version ?? 0 }, 'two');
        await storage.followUps.take(id, 'two');
        await storage.followUps.done(id, 'two');
      }
      await storage.forms.put(form('new', ada, 'chat'));
      const second = await storage.forgetting.erase(
        { ...(await later(ada)), since: now },
        { now, all: false },
      );
      assert.deepEqual(second, { texts: 2, forms: 0, left: 0 });
      assert.equal(await storage.partitions.read(ada), undefined);
      assert.ok(await storage.forms.find('new'), 'a form of somebody who is back was taken away');
    });

    it('waits until a receipt has been shown', async () => {
      const { dueAt: _, ...request } = sampleRequest({ state: 'created', created: {} });
      await storage.ledger.accept({ ...request, createdAt: new Date(0) }, 'one');
      const erased = await storage.forgetting.erase(await due({ person: ada }), { now, all: false });
      assert.deepEqual(erased, { texts: 0, forms: 0, left: 1 });
    });

    it('leaves what was written after it began', async () => {
      await stored({ state: 'created', created: {}, createdAt: new Date(now.getTime() + 1) });
      const erased = await storage.forgetting.erase(await due({ person: ada }), { now, all: false });
      assert.deepEqual(erased, { texts: 0, forms: 0, left: 0 });
    });

    it('ends in the end: what never rests is erased as discarded, and nobody can write it back', async () => {
      const request = await stored({ state: 'unknown', dueAt: now });
      await storage.partitions.write(ada, 'tokens');
      const held = (await storage.ledger.take(request.id, 'worker'))!;
      const erased = await storage.forgetting.erase(await due({ person: ada }), { now, all: true });
      assert.deepEqual(erased, { texts: 1, forms: 0, left: 0 });
      assert.equal(await storage.partitions.read(ada), undefined);
      assert.equal(await storage.ledger.write({ ...held, topic: 'back' }, 'worker'), undefined);
      assert.deepEqual(await storage.ledger.takeDue('two', 9), []);
      assert.deepEqual(await storage.ledger.takeDueReceipts('two', 9), []);

      const forgotten = (await storage.ledger.find(request.id))!;
      assert.equal(forgotten.state, 'discarded');
      await storage.ledger.writeOver({ ...forgotten, state: 'created', created: { threadId: 't' } });
      const [row] = await bench.query('select sealed, state from requests');
      assert.deepEqual(row, { sealed: '', state: 'created' });
      assert.deepEqual(await storage.ledger.openOf(ada, 9), []);
    });

    it('forgets a chat: what is tied to it, its channel’s threads included', async () => {
      for (const chatId of ['19:a', '19:a;messageid=1', '19:ab', '19:b']) {
        await storage.forms.put(form(`form-${chatId}`, ada, chatId));
        await storage.tickets.put(ticket(chatId, ada, chatId));
      }
      await storage.partitions.write(ada, 'tokens');
      const chat = { tenantId: ada.tenantId, chatId: '19:a' };
      const erased = await storage.forgetting.erase(await due({ chat }), { now, all: false });
      assert.deepEqual(erased, { texts: 0, forms: 2, left: 0 });
      assert.deepEqual(
        (await bench.query('select id from forms order by id')).map(({ id }) => id),
        ['form-19:ab', 'form-19:b'],
      );
      assert.deepEqual((await bench.query('select id from tickets order by id')).length, 2);
      assert.equal(await storage.partitions.read(ada), 'tokens');
    });

    it('is due after its time, once for all workers, and called off when they come back', async () => {
      const { forgetting } = storage;
      await forgetting.schedule({ person: ada }, { asked: false, inMs: 60_000 });
      assert.deepEqual(await forgetting.takeDue('one', 9), []);
      await forgetting.schedule({ person: ada }, { asked: false, inMs: -1 });
      const [mine] = await forgetting.takeDue('one', 9);
      assert.deepEqual(mine?.subject, { person: ada });
      assert.deepEqual(await forgetting.takeDue('two', 9), []);
      await forgetting.giveBack(mine?.id ?? '', 'one', -1);
      assert.equal((await forgetting.takeDue('two', 9)).length, 1);
      await forgetting.callOff({ person: ada });
      assert.deepEqual(await bench.query('select * from forgettings'), []);

      const id = await forgetting.schedule({ person: ada }, { asked: true, inMs: 0 });
      await forgetting.callOff({ person: ada });
      const asked = await forgetting.take(id, 'one');
      assert.deepEqual(asked, { id, subject: { person: ada } });
      await forgetting.giveBack(id, 'one', undefined);
      assert.deepEqual(await bench.query('select * from forgettings'), []);
    });

    it('takes the text of requests that were settled long ago, a few at a time', async () => {
      const old = new Date(now.getTime() - 30 * day - 1);
      for (const state of ['created', 'refused', 'discarded', 'unknown', 'waiting'] as const)
        await stored({ state, updatedAt: old, sourceKey: state });
      await stored({ state: 'created', updatedAt: now, sourceKey: 'young' });
      const options = { before: new Date(now.getTime() - 30 * day), now, limit: 2 };
      assert.equal(await storage.forgetting.eraseSettled(options), 2);
      assert.equal(await storage.forgetting.eraseSettled(options), 1);
      assert.equal(await storage.forgetting.eraseSettled(options), 0);
      const emptied = await bench.query(
        "select source_key from requests where sealed = '' order by source_key",
      );
      assert.deepEqual(
        emptied.map(({ source_key }) => source_key),
        ['created', 'discarded', 'refused'],
      );
    });

    it('remembers where the bot is installed: the first one hears so, until it is removed', async () => {
      const { installations } = storage;
      const chat = { tenantId: ada.tenantId, chatId: 'a:1' };
      const both = await Promise.all([installations.added(chat), installations.added(chat)]);
      assert.deepEqual(both.sort(), [false, true]);
      assert.equal(await installations.added({ ...chat, chatId: 'a:2' }), true);
      await installations.removed(chat);
      assert.equal(await installations.added(chat), true);
    });

    async function later(person: typeof ada): Promise<DueForgetting> {
      const [row] = await bench.query('select id from forgettings');
      return { id: String(row?.['id']), subject: { person } };
    }
  });
}
