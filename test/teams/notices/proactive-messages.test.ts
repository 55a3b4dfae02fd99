import assert from 'node:assert/strict';
import type { Person } from '../../../src/conversations/person.ts';
import type { UnreachableReason } from '../../../src/conversations/ports/reach.ts';
import type { ReceiptPlace } from '../../../src/conversations/request.ts';
import type { Misfortune } from '../../../src/sandbox/server/faults.ts';
import { createProactiveMessages } from '../../../src/teams/notices/create-proactive-messages.ts';
import { startChannelWorld, type ChannelWorld } from '../channel/start-channel-world.ts';

/** What the channel answers, and what it means for somebody who is written to without having asked. */
describe('proactive messages, on the wire', () => {
  let world: ChannelWorld;
  before(async () => {
    world = await startChannelWorld();
  });
  after(() => world.stop());
  beforeEach(() => world.clear());

  function open(known?: ReceiptPlace, paced = 0) {
    const lost = new Map<string, UnreachableReason>();
    const personal = new Map<string, ReceiptPlace>(known && [[world.ada.id, known]]);
    const proactive = createProactiveMessages({
      ...{ messages: world.messages, clients: world.clients },
      chats: {
        rememberPersonal: async ({ objectId }, place) => void personal.set(objectId, place),
        personal: async ({ objectId }) => personal.get(objectId),
        rememberShared: async () => {},
        newestShared: async (place) => place,
        anyOf: async () => undefined,
      },
      reach: {
        lost: async ({ objectId }, reason) => void lost.set(objectId, reason),
        unreachable: async ({ objectId }) => lost.get(objectId),
        regained: async ({ objectId }) => lost.delete(objectId),
      },
      pace: { take: async () => paced, count: () => {} },
      timer: { wait: async () => {} },
      isServiceUrlAllowed: (url) => url === world.place.serviceUrl,
      log: { trace() {}, debug() {}, info() {}, warn() {}, error() {}, fatal() {} } as never,
    });
    const ada: Person = { tenantId: world.place.tenantId, objectId: world.ada.id };
    const send = (from = world.place) => proactive.toPerson(ada, from, { text: 'Hello' });
    return { lost, personal, send };
  }
  const fault = (outcome: Misfortune, when: 'before' | 'after' = 'before', path = /activities$/) =>
    world.sandbox.faults.add({ service: 'channel', method: 'POST', when, path, outcome });
  const forbidden = (code: string) => ({ status: 403, body: { error: { code, message: 'In words.' } } });

  it('remembers nothing of who was refused where no chat of the tenant is known', async () => {
    const { send, lost } = open();
    fault(forbidden('ForbiddenOperationException'), 'before', /conversations$/);
    const toCome = { ...world.place, chatId: '' };
    assert.deepEqual(await send(toCome), { kind: 'unreachable', reason: 'not-installed' });
    assert.equal(lost.size, 0);
    await send();
    assert.equal(lost.size, 1);
  });

  it('makes the personal chat where there is none, and keeps it', async () => {
    const { send, personal } = open();
    assert.equal((await send()).kind, 'delivered');
    assert.equal(personal.get(world.ada.id)?.chatId, world.place.chatId);
    assert.equal((await send()).kind, 'delivered');
    assert.equal(world.requests('POST').length, 3, 'one chat, two messages');
  });

  for (const [code, reason] of [
    ['ConversationBlockedByUser', 'blocked'],
    ['BotDisabledByAdmin', 'blocked'],
    ['BotNotInConversationRoster', 'not-installed'],
    ['ForbiddenOperationException', 'not-installed'],
    ['SomethingNew', 'not-allowed'],
  ] as const) {
    it(`${code}: ${reason}, remembered and not tried again`, async () => {
      const { send, lost } = open(world.place);
      fault(forbidden(code));
      assert.deepEqual(await send(), { kind: 'unreachable', reason });
      assert.deepEqual(await send(), { kind: 'unreachable', reason });
      assert.equal(lost.get(world.ada.id), reason);
      assert.equal(world.requests('POST').length, 1);
    });
  }

  it('a chat that is gone is made anew once', async () => {
    const { send } = open({ ...world.place, chatId: 'a:1gone' });
    assert.equal((await send()).kind, 'delivered');
    assert.equal(world.requests('POST').length, 3);
  });

  for (const status of [408, 500, 502, 504]) {
    it(`${status} after the message was taken: unconfirmed, sent once`, async () => {
      const { send, lost } = open(world.place);
      fault({ status }, 'after');
      assert.deepEqual(await send(), { kind: 'unconfirmed' });
      assert.equal(world.requests('POST').length, 1);
      assert.equal(lost.size, 0);
    });
  }

  for (const status of [412, 429]) {
    it(`${status}: may be sent again after the time that was named`, async () => {
      const { send } = open(world.place);
      fault({ status, headers: { 'retry-after': '60' } });
      assert.deepEqual(await send(), { kind: 'retry', afterMs: 60_000 });
    });
  }

  it('waits for its place among the messages of its chat and tenant', async () => {
    assert.deepEqual(await open(world.place, 30_000).send(), { kind: 'retry', afterMs: 30_000 });
    assert.equal(world.requests('POST').length, 0);
  });

  it('413 and 400 are about the message, not about the person', async () => {
    const { send, lost } = open(world.place);
    const end = fault({ status: 413 });
    assert.deepEqual(await send(), { kind: 'unreachable', reason: 'too-big' });
    end();
    fault({ status: 400 });
    assert.deepEqual(await send(), { kind: 'unreachable', reason: 'refused' });
    assert.equal(lost.size, 0);
  });

  it('a host that the settings do not allow gets nothing; making a chat may be asked again', async () => {
    const elsewhere = open({ ...world.place, serviceUrl: 'https://elsewhere.example/' });
    assert.deepEqual(await elsewhere.send(), { kind: 'retry' });
    assert.equal(world.requests('POST').length, 0);
    fault({ status: 504 }, 'after', /conversations$/);
    assert.deepEqual(await open().send(), { kind: 'retry' });
  });
});
