import assert from 'node:assert/strict';
import type { Announcement } from '../../src/announcements/announcement.ts';
import type { Announcements } from '../../src/announcements/announcements.ts';
import { personalChatId } from '../../src/sandbox/channel/chats.ts';
import { createPostgresServer, whyNoPostgres, type PostgresServer } from '../storage/postgres-server.ts';
import { until } from '../storage/until.ts';
import { startWatchWorld, type WatchWorld } from '../watches/start-watch-world.ts';

const noPostgres = await whyNoPostgres();

for (const engine of ['SQLite', 'PostgreSQL'] as const) {
  const skipped = engine === 'PostgreSQL' && noPostgres !== undefined ? ` (skipped: ${noPostgres})` : '';
  describe(`telling many over HTTP on ${engine}${skipped}`, function () {
    this.timeout(30_000);
    let server: PostgresServer | undefined;
    let world: WatchWorld;
    before(async function () {
      if (skipped !== '') return this.skip();
      if (engine === 'PostgreSQL') server = await createPostgresServer();
    });
    after(() => server?.drop());
    beforeEach(async () => {
      const databaseUrl = server === undefined ? undefined : (await server.createBench()).url;
      world = await startWatchWorld(databaseUrl === undefined ? {} : { databaseUrl, instances: 2 });
      world.sandbox.channel.installations.install(world.person('Ben').id);
    });
    afterEach(() => world.stop());

    const announcements = (): Announcements => world.apps[0]!.announcements;
    const ended = (id: string): Promise<Announcement> =>
      until(async () => {
        const found = await announcements().find(id, sender());
        return found?.endedAt === undefined ? undefined : found;
      });
    const sender = () => ({ kind: 'person', person: world.author('Ada') }) as const;
    const told = (name: string, text: string) =>
      world.sandbox.channel.messages
        .list(personalChatId(world.person(name)))
        .filter((message) => JSON.stringify([message.text, message.attachments]).includes(text)).length;

    it('tells each member of a group once, and the sender not at all', async () => {
      await world.signIn('Ada');
      const { id, displayName: name, memberIds } = world.group('Finance');
      const wish = {
        ...{ sourceKey: 'test|1', sender: sender(), place: world.place('Ada') },
        content: { kind: 'message', title: 'Budget', text: 'The plan is out.' },
        audience: { kind: 'members', group: { id, name } },
      } as const;
      const { announcement, first } = await announcements().start(wish);
      assert.equal(first, true);
      const again = await announcements().start(wish);
      assert.deepEqual(
        [again.first, again.sameContent, again.announcement.id],
        [false, true, announcement.id],
      );
      const { state, counts } = await ended(announcement.id);
      assert.equal(state, 'done');
      assert.equal(counts.total, memberIds.length - 1);
      assert.equal(counts.delivered + counts.unreachable, counts.total);
      assert.equal(told('Ben', 'The plan is out.'), 1);
      assert.equal(told('Ada', 'The plan is out.'), 0);
      const receivers = await announcements().receivers(announcement.id, { limit: 100 });
      const ben = receivers.find((each) => each.id === world.person('Ben').id);
      assert.deepEqual([ben?.name, ben?.state], [world.person('Ben').displayName, 'delivered']);
      // The card says so in the end, in the one message that it is.
      await until(async () => (told('Ada', 'announcement.export') === 1 ? true : undefined));
    });

    it('waits for a sender who is not signed in, and goes on when they are', async () => {
      await world.sandbox.clientOf(world.person('Ada').id).open('personal');
      const { id, displayName: name } = world.group('Finance');
      const { announcement } = await announcements().start({
        ...{ sourceKey: 'test|2', sender: sender(), content: { kind: 'message', text: 'Later' } },
        audience: { kind: 'members', group: { id, name } },
      });
      const waiting = await until(async () => {
        const found = await announcements().find(announcement.id, sender());
        return found?.state === 'waiting' ? found : undefined;
      });
      assert.equal(waiting.reason?.code, 'SIGN_IN_REQUIRED');
      await world.signIn('Ada');
      assert.equal((await ended(announcement.id)).state, 'done');
      assert.equal(told('Ben', 'Later'), 1);
    });

    it('names who cannot be reached, and why', async () => {
      await world.signIn('Ada');
      const { installations } = world.sandbox.channel;
      installations.block(world.person('Ben').id);
      const { announcement } = await announcements().start({
        ...{ sourceKey: 'test|3', sender: sender(), place: world.place('Ada') },
        content: { kind: 'message', text: 'Hello' },
        audience: { kind: 'people', objectIds: [world.person('Ben').id, world.person('Ada').id] },
      });
      const { counts } = await ended(announcement.id);
      assert.deepEqual([counts.delivered, counts.unreachable], [1, 1]);
      const receivers = await announcements().receivers(announcement.id, { limit: 10 });
      assert.deepEqual(receivers.find(({ state }) => state === 'unreachable')?.why, 'blocked');
    });
  });
}
