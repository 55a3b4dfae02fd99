import assert from 'node:assert/strict';
import type { Form } from '../../src/conversations/ports/forms.ts';
import type { Ticket } from '../../src/conversations/ports/tickets.ts';
import type { Storage } from '../../src/storage/storage.ts';
import { ada, ben, place } from './sample-request.ts';
import type { CreateBench, StorageBench } from './storage-bench.ts';

const noon = new Date('2026-11-20T12:00:00Z');
const before = new Date(noon.getTime() - 1);

const form: Form = {
  id: 'form-1',
  person: ada,
  chatId: 'chat',
  draft: {
    kind: 'conversation',
    group: 'Finance',
    topic: 'Budget',
    body: 'typed',
    people: 'ken@contoso.com',
  },
  createdAt: new Date('2026-11-20T11:00:00Z'),
  expiresAt: noon,
};
const ticket: Ticket = {
  kind: 'authorization',
  id: 'state-1',
  person: ada,
  chatId: 'chat',
  secret: 'verifier and nonce',
  expiresAt: noon,
};

export function personTests(createBench: CreateBench): void {
  describe('forms, tickets, token partitions and chats', () => {
    let bench: StorageBench;
    let storage: Storage;
    beforeEach(async () => {
      bench = await createBench();
      storage = await bench.open();
    });
    afterEach(() => bench.dispose());

    async function reopen(): Promise<void> {
      await storage.close();
      storage = await bench.open();
    }

    it('hands all of a person’s tickets of a kind out once, however many ask', async () => {
      const shown = { ...ticket, kind: 'shown-card' } as const;
      await storage.tickets.put({ ...shown, id: 'one', expiresAt: noon });
      await storage.tickets.put({ ...shown, id: 'two', expiresAt: noon });
      await storage.tickets.put({ ...shown, id: 'ended', expiresAt: before });
      await storage.tickets.put({ ...shown, id: 'of ben', person: ben });
      await storage.tickets.put({ ...ticket, id: 'one' });
      const listed = await storage.tickets.list('shown-card', ada, before);
      assert.deepEqual(listed.map(({ id }) => id).toSorted(), ['one', 'two']);
      const asked = await Promise.all([1, 2, 3].map(() => storage.tickets.useAll('shown-card', ada, before)));
      const secrets = new Map(asked.flat().map((each) => [each.id, each.secret] as const));
      assert.equal(asked.flat().length, 2);
      assert.deepEqual([secrets.get('one'), secrets.get('two')], [ticket.secret, ticket.secret]);
      assert.deepEqual(await storage.tickets.list('shown-card', ada, before), []);
      assert.equal((await storage.tickets.useAll('shown-card', ben, before)).length, 1);
      assert.notEqual(await storage.tickets.find('authorization', 'one', before), undefined);
    });

    it('keeps a form and what was typed last, over a restart', async () => {
      await storage.forms.put(form);
      assert.deepEqual(await storage.forms.find('form-1'), form);
      const draft = {
        kind: 'thread',
        group: 'g',
        conversation: 'c',
        topic: '',
        body: 'more',
        people: '',
      } as const;
      await storage.forms.keepDraft('form-1', draft);
      await reopen();
      assert.deepEqual(await storage.forms.find('form-1'), { ...form, draft });
      assert.equal(await storage.forms.find('form-2'), undefined);
    });

    it('says so when there is no form to keep a draft in', async () => {
      await assert.rejects(storage.forms.keepDraft('form-1', form.draft), { code: 'FORM_UNKNOWN' });
    });

    it('never gives a form to another person', async () => {
      await storage.forms.put(form);
      await storage.forms.put({ ...form, person: ben });
      assert.deepEqual((await storage.forms.find('form-1'))?.person, ada);
    });

    it('finds a ticket until it is used or has expired', async () => {
      const { secret: _, ...open } = { ...ticket, id: 'state-2' };
      for (const stored of [ticket, open]) {
        await storage.tickets.put(stored);
        assert.deepEqual(await storage.tickets.find('authorization', stored.id, before), stored);
        assert.equal(await storage.tickets.find('authorization', stored.id, noon), undefined, 'expired');
        assert.equal(await storage.tickets.find('verification', stored.id, before), undefined, 'other kind');
        assert.equal(await storage.tickets.use('verification', stored.id, before), undefined, 'other kind');
        assert.equal(await storage.tickets.use('authorization', stored.id, noon), undefined, 'expired');
        assert.deepEqual(await storage.tickets.use('authorization', stored.id, before), stored);
        assert.equal(await storage.tickets.find('authorization', stored.id, before), undefined, 'used');
      }
      await reopen();
      assert.equal(await storage.tickets.use('authorization', 'state-1', before), undefined, 'still used');
      await assert.rejects(storage.tickets.put(ticket), 'a used ticket does not come back');
    });

    it('lets one of twenty use a ticket', async () => {
      await storage.tickets.put(ticket);
      const uses = await Promise.all(
        Array.from({ length: 20 }, () => storage.tickets.use('authorization', 'state-1', before)),
      );
      assert.deepEqual(
        uses.filter((use) => use !== undefined),
        [ticket],
      );
    });

    it('forgets every ticket of a person, and nobody else’s', async () => {
      await storage.tickets.put(ticket);
      await storage.tickets.put({ ...ticket, kind: 'verification' });
      await storage.tickets.put({ ...ticket, id: 'of ben', person: ben });
      await storage.tickets.put({ ...ticket, id: 'elsewhere', person: { ...ada, tenantId: ben.objectId } });
      await storage.tickets.forget(ada);
      assert.equal(await storage.tickets.find('authorization', 'state-1', before), undefined);
      assert.equal(await storage.tickets.use('verification', 'state-1', before), undefined);
      assert.ok(await storage.tickets.find('authorization', 'of ben', before));
      assert.ok(await storage.tickets.find('authorization', 'elsewhere', before));
    });

    it('keeps the same id of two kinds apart', async () => {
      const card = { ...ticket, kind: 'sign-in-card', secret: 'of the card' } as const;
      await storage.tickets.put(ticket);
      await storage.tickets.put(card);
      assert.deepEqual(await storage.tickets.use('authorization', 'state-1', before), ticket);
      assert.deepEqual(await storage.tickets.use('sign-in-card', 'state-1', before), card);
    });

    it('sweeps what has expired and nothing else', async () => {
      const later = new Date(noon.getTime() + 1);
      await storage.forms.put(form);
      await storage.forms.put({ ...form, id: 'form-2', expiresAt: later });
      await storage.tickets.put(ticket);
      await storage.tickets.put({ ...ticket, id: 'state-2' });
      await storage.tickets.put({ ...ticket, id: 'state-3', expiresAt: later });
      const file = { person: form.person, bytes: Buffer.from('x') };
      await storage.fileStore.put({ ...file, id: 'file-1', expiresAt: noon });
      await storage.fileStore.put({ ...file, id: 'file-2', expiresAt: later });
      assert.deepEqual(await storage.sweep(before), { forms: 0, tickets: 0, notes: 0, attachments: 0 });
      assert.deepEqual(await storage.sweep(noon), { forms: 1, tickets: 2, notes: 0, attachments: 1 });
      assert.equal(await storage.fileStore.read('file-1', form.person), undefined);
      assert.equal(String(await storage.fileStore.read('file-2', form.person)), 'x');
      assert.equal(await storage.forms.find('form-1'), undefined);
      assert.equal((await storage.forms.find('form-2'))?.id, 'form-2');
      assert.equal((await storage.tickets.find('authorization', 'state-3', noon))?.id, 'state-3');
    });

    it('answers until it is closed, which may be asked for twice', async () => {
      assert.equal(await storage.healthy(), true);
      await storage.close();
      await storage.close();
      assert.equal(await storage.healthy(), false);
    });

    it('keeps one token partition per person', async () => {
      assert.equal(await storage.partitions.read(ada), undefined);
      await storage.partitions.write(ada, 'cache of Ada');
      await storage.partitions.write(ben, 'cache of Ben');
      await storage.partitions.write(ada, 'newer cache of Ada');
      await reopen();
      assert.equal(await storage.partitions.read(ada), 'newer cache of Ada');
      await storage.partitions.forget(ada);
      assert.equal(await storage.partitions.read(ada), undefined);
      assert.equal(await storage.partitions.read(ben), 'cache of Ben');
      assert.equal(await storage.partitions.read({ ...ben, tenantId: ada.objectId }), undefined);
    });

    it('knows the newest address of a personal chat', async () => {
      assert.equal(await storage.chats.personal(ada), undefined);
      await storage.chats.rememberPersonal(ada, place);
      const moved = { ...place, serviceUrl: 'https://smba.trafficmanager.net/amer/' };
      await storage.chats.rememberPersonal(ada, moved);
      await reopen();
      assert.deepEqual(await storage.chats.personal(ada), moved);
      assert.equal(await storage.chats.personal(ben), undefined);
    });
  });
}
