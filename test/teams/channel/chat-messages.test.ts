import assert from 'node:assert/strict';
import type { Fault, Misfortune } from '../../../src/sandbox/server/faults.ts';
import { ChannelError, type ChannelErrorKind } from '../../../src/teams/channel/channel-error.ts';
import { startChannelWorld, type ChannelWorld } from './start-channel-world.ts';

const refusal = (code: string) => ({ error: { code, message: 'In words.' } });
/** How Teams says that a chat is closed to the bot: JSON inside the message. */
const writesBlocked = {
  errorCode: 209,
  message: JSON.stringify({
    subCode: 'MessageWritesBlocked',
    details: 'Thread is blocked from message writes.',
    errorCode: null,
    errorSubCode: null,
  }),
};

describe('messages to the channel, on the wire', () => {
  let world: ChannelWorld;
  before(async () => {
    world = await startChannelWorld();
    await world.messages.send(world.place, { text: 'The token is fetched.' });
  });
  after(() => world.stop());
  beforeEach(() => world.clear());

  const post: Pick<Fault, 'service' | 'method' | 'when'> = {
    service: 'channel',
    method: 'POST',
    when: 'before',
  };
  const send = () => world.messages.send(world.place, { text: 'Hello' });

  async function kindOf(work: Promise<unknown>): Promise<ChannelErrorKind> {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    assert.ok(error instanceof ChannelError, `${String(error)} is no ChannelError`);
    assert.doesNotMatch(error.message, /Hello|eyJ/);
    return error.kind;
  }

  it('sends once, and answers the id', async () => {
    const before = world.chat().length;
    const id = await send();
    assert.equal(world.chat().at(-1)?.id, id);
    assert.equal(world.chat().length, before + 1);
    assert.equal(world.requests('POST').length, 1);
  });

  it('fetches another token when the channel refuses the one that is kept, and only once a minute', async () => {
    // Two connections, so that the second message meets its own 401 and not one that a repetition was spared.
    await Promise.all([send(), send()]);
    world.clear();
    const before = world.chat().length;
    const unauthorized = { ...post, outcome: { status: 401 } };
    world.sandbox.faults.add({ ...unauthorized, times: 2 });
    const tokens = () => world.traffic.count({ service: 'entra', method: 'POST', path: /token$/ });
    await Promise.all([send(), send()]);
    assert.equal(world.chat().length, before + 2);
    assert.equal(tokens(), 1, 'both go on with the same new one');
    assert.equal(world.requests('POST').length, 4);
    world.sandbox.faults.add({ ...unauthorized, times: 1 });
    assert.equal(await kindOf(send()), 'refused');
    assert.equal(tokens(), 1);
  });

  const elsewhere = { location: '/channel/elsewhere' };
  const ambiguous: [what: string, outcome: Misfortune][] = [
    ...[301, 302, 307, 308].map((status): [string, Misfortune] => [
      String(status),
      { status, headers: elsewhere },
    ]),
    ...[408, 500, 502, 503, 504].map((status): [string, Misfortune] => [String(status), { status }]),
    ['503 with Retry-After', { status: 503, headers: { 'retry-after': '1' } }],
    ['500 with Retry-After', { status: 500, headers: { 'retry-after': '0' } }],
    ['a reset', 'reset'],
    ['no answer at all', 'hang'],
  ];
  for (const when of ['before', 'after'] as const) {
    for (const [what, outcome] of ambiguous) {
      it(`${what} ${when} the message was taken: one POST, and unconfirmed`, async () => {
        world.sandbox.faults.add({ ...post, when, outcome });
        const before = world.chat().length;
        assert.equal(await kindOf(send()), 'unconfirmed');
        assert.equal(world.chat().length, before + (when === 'after' ? 1 : 0));
        assert.equal(world.traffic.count({ service: 'channel' }), 1);
        assert.deepEqual(world.waits, []);
      });
    }
  }

  it('gives up at its deadline', async () => {
    world.sandbox.faults.add({ ...post, outcome: 'hang' });
    const begun = performance.now();
    assert.equal(await kindOf(send()), 'unconfirmed');
    const took = performance.now() - begun;
    assert.ok(took >= 350 && took < 3_000, `${took} ms`);
  });

  it('the same of opening a personal chat', async () => {
    const person = { tenantId: world.place.tenantId, objectId: world.ada.id };
    for (const outcome of [{ status: 307, headers: elsewhere }, { status: 502 }, 'reset'] as const) {
      world.clear();
      world.sandbox.faults.add({ ...post, outcome });
      assert.equal(await kindOf(world.messages.openPersonal(world.place, person)), 'unconfirmed');
      assert.equal(world.traffic.count({ service: 'channel' }), 1);
    }
    world.clear();
    const opened = await world.messages.openPersonal(world.place, person);
    assert.deepEqual(opened, world.place);
  });

  for (const status of [412, 429]) {
    const body = refusal(status === 412 ? 'PreconditionFailed' : 'Throttled');
    it(`${status} says that nothing was posted: again, and Retry-After is waited for`, async () => {
      const headers = { 'retry-after': '2' };
      world.sandbox.faults.add({ ...post, times: 2, outcome: { status, headers, body } });
      const before = world.chat().length;
      await send();
      assert.equal(world.chat().length, before + 1);
      assert.equal(world.requests('POST').length, 3);
      assert.deepEqual(world.waits, [2_000, 2_000]);
    });

    it(`${status} with a time in Retry-After: it is waited for, by the channel's own clock`, async () => {
      const headers = {
        date: 'Fri, 20 Nov 2026 12:00:00 GMT',
        'retry-after': 'Fri, 20 Nov 2026 12:00:03 GMT',
      };
      world.sandbox.faults.add({ ...post, times: 1, outcome: { status, headers, body } });
      await send();
      assert.deepEqual(world.waits, [3_000]);
    });

    it(`${status} without Retry-After: waits grow, and three tries are all`, async () => {
      world.sandbox.faults.add({ ...post, outcome: { status, body } });
      assert.equal(await kindOf(send()), 'busy');
      assert.equal(world.requests('POST').length, 3);
      const [first = 0, second = 0, ...more] = world.waits;
      assert.ok(first > 0 && second > first, world.waits.join());
      assert.deepEqual(more, []);
    });

    it(`${status} that asks for minutes is not waited for in a turn`, async () => {
      world.sandbox.faults.add({ ...post, outcome: { status, headers: { 'retry-after': '600' }, body } });
      assert.equal(await kindOf(send()), 'busy');
      assert.equal(world.requests('POST').length, 1);
      assert.deepEqual(world.waits, []);
    });
  }

  const definite: [status: number, body: unknown, kind: ChannelErrorKind][] = [
    [403, refusal('ConversationBlockedByUser'), 'blocked'],
    [403, refusal('BotDisabledByAdmin'), 'blocked'],
    [403, refusal('BotNotInConversationRoster'), 'not-installed'],
    [403, refusal('ForbiddenOperationException'), 'not-installed'],
    [403, writesBlocked, 'not-installed'],
    [403, refusal('SomethingNew'), 'refused'],
    [403, 'no JSON', 'refused'],
    [403, undefined, 'refused'],
    [404, refusal('ConversationNotFound'), 'gone'],
    [413, refusal('MessageSizeTooBig'), 'too-big'],
    [400, refusal('BadArgument'), 'refused'],
    [401, refusal('Unauthorized'), 'refused'],
  ];
  for (const [status, body, kind] of definite) {
    it(`${status} ${JSON.stringify(body)?.slice(0, 50)}: one POST, and ${kind}`, async () => {
      world.sandbox.faults.add({ ...post, outcome: { status, body } });
      assert.equal(await kindOf(send()), kind);
      assert.equal(world.requests('POST').length, 1);
      assert.deepEqual(world.waits, []);
    });
  }

  it('reads what the channel itself says of a person who is gone', async () => {
    const { installations } = world.sandbox.channel;
    installations.block(world.ada.id);
    assert.equal(await kindOf(send()), 'blocked');
    installations.unblock(world.ada.id);
    installations.uninstall(world.ada.id);
    assert.equal(await kindOf(send()), 'not-installed');
    const person = { tenantId: world.place.tenantId, objectId: world.ada.id };
    assert.equal(await kindOf(world.messages.openPersonal(world.place, person)), 'not-installed');
    installations.install(world.ada.id);
  });

  it('an update that is lost is not sent again, and one of a message that is gone says so', async () => {
    const id = await send();
    world.sandbox.faults.add({ service: 'channel', method: 'PUT', when: 'before', outcome: { status: 503 } });
    assert.equal(await kindOf(world.messages.update(world.place, id, { text: 'New' })), 'unconfirmed');
    assert.equal(world.requests('PUT').length, 1);
    world.clear();
    assert.equal(await kindOf(world.messages.update(world.place, '1763640000000', { text: 'New' })), 'gone');
    await world.messages.update(world.place, id, { text: 'New' });
    assert.equal(world.chat().find((message) => message.id === id)?.text, 'New');
  });

  it('takes an answer without an id', async () => {
    world.sandbox.faults.add({ ...post, outcome: { status: 202 } });
    assert.equal(await send(), '');
  });

  it('the bot’s token goes to listed hosts only', async () => {
    const urls = [
      'https://evil.example/',
      'https://localhost/',
      'https://localhost:1/',
      'https://localhost.evil.example/',
      'https://user@localhost/',
      'http://smba.trafficmanager.net/emea/',
      'ftp://smba.trafficmanager.net/',
      'not a url',
      '',
    ];
    for (const serviceUrl of urls) {
      const elsewhere = { ...world.place, serviceUrl };
      await assert.rejects(
        () => world.messages.send(elsewhere, { text: 'Hello' }),
        /not on the allow-list/,
        serviceUrl,
      );
    }
    assert.equal(world.traffic.count(), 0);
  });

  it('keeps one connector for each service URL', async () => {
    const { serviceUrl } = world.place;
    assert.equal(
      await world.clients.forServiceUrl(serviceUrl),
      await world.clients.forServiceUrl(serviceUrl),
    );
  });
});
