import assert from 'node:assert/strict';
import { about, postsAbout, settlingChat } from '../e2e/settling-chat.ts';
import { localTime } from '../e2e/local-time.ts';
import { eventually, startWorld, type World } from '../e2e/start-world.ts';
import { createPostgresServer, whyNoPostgres, type PostgresServer } from '../storage/postgres-server.ts';
import { createTcpProxy, type TcpProxy } from '../storage/tcp-proxy.ts';

const missing = await whyNoPostgres();

describe(`what happens before a planned time${missing === undefined ? '' : ` (skipped: ${missing})`}`, function () {
  this.timeout(60_000);
  let server: PostgresServer;
  let proxy: TcpProxy;
  let world: World;

  before(async function () {
    if (missing !== undefined) return this.skip();
    server = await createPostgresServer();
    const { url } = await server.createBench();
    proxy = await createTcpProxy(new URL(url));
    const DATABASE_URL = Object.assign(new URL(url), { port: String(proxy.port) }).href;
    world = await startWorld({ settings: { DATABASE_URL } });
    const ada = settlingChat(world, 'Ada', 'personal');
    await ada.client.open('personal');
    await ada.start('Signed in');
    await ada.receipt('Signed in', 'Conversation started', 20_000);
  });
  after(async () => {
    if (missing !== undefined) return;
    await world.stop();
    await proxy.close();
    await server.drop();
  });

  async function plan(topic: string, seconds: number) {
    const ada = settlingChat(world, 'Ada', 'personal');
    const when = localTime(seconds, world.person('Ada').timeZone);
    await ada.client.send('personal', `start "${topic}" in Finance at "${when}": About ${topic}.`);
    await ada.receipt(topic, 'Planned for', 20_000);
    return ada;
  }

  const ready = async () => (await fetch(`${world.publicUrl}/readyz`)).status === 200;

  it('the database goes away over it, and comes back: it is posted once, by the same process', async () => {
    const topic = 'Database away';
    const ada = await plan(topic, 3);
    const restore = proxy.cut();
    const due = Date.now() + 4_000;
    await eventually('that it is not ready', async () => !(await ready()));
    await eventually('its time', () => Date.now() > due);
    assert.equal(postsAbout(world, topic), 0);
    restore();
    await eventually('that it is ready', ready, 20_000);
    await ada.receipt(topic, 'Conversation started', 30_000);
    assert.deepEqual([about(world, topic).length, postsAbout(world, topic)], [1, 1]);
  });

  it('the group is deleted: its author is told at the time, and has the text', async () => {
    const topic = 'Group gone';
    const { groups } = world.sandbox.tenant;
    const ada = await plan(topic, 3);
    const [finance] = groups.splice(
      groups.findIndex(({ displayName }) => displayName === 'Finance'),
      1,
    );
    try {
      const receipt = await ada.receipt(topic, 'could not be found', 30_000);
      assert.match(JSON.stringify(receipt.cards), /Finance or the conversation.*About Group gone\./);
    } finally {
      groups.push(finance!);
    }
    assert.equal(about(world, topic).length, 0);
  });
});
