import assert from 'node:assert/strict';
import { startBotProcess, type BotProcess } from '../e2e/bot-process.ts';
import { about, buttonsOf, postsAbout, settlingChat } from '../e2e/settling-chat.ts';
import { signInByBrowser } from '../e2e/sign-in-by-browser.ts';
import { localTime } from '../e2e/local-time.ts';
import { eventually, freePort, startWorld, type World } from '../e2e/start-world.ts';
import { createPostgresServer, whyNoPostgres, type PostgresServer } from '../storage/postgres-server.ts';
import { ageWaiting } from './kill-database.ts';

const missing = await whyNoPostgres();

describe(`two processes at a planned time${missing === undefined ? '' : ` (skipped: ${missing})`}`, function () {
  this.timeout(60_000);
  let server: PostgresServer;
  let database: { DATABASE_URL: string };
  let world: World;
  let other: { process: BotProcess; log: string[] };

  before(async function () {
    if (missing !== undefined) return this.skip();
    server = await createPostgresServer();
    const { url } = await server.createBench();
    database = { DATABASE_URL: url };
    world = await startWorld({
      settings: { ...database, SETTLE_SCHEDULE: '300ms,900ms', POST_DEADLINE: '1s', HOLD_TIME: '2s' },
    });
    other = await startOther();
    const ada = settlingChat(world, 'Ada', 'personal');
    await ada.client.open('personal');
    await ada.start('Signed in');
    await ada.receipt('Signed in', 'Conversation started', 20_000);
  });
  after(async () => {
    if (missing !== undefined) return;
    await other.process.end('SIGTERM');
    await world.stop();
    await server.drop();
  });

  async function startOther() {
    const log: string[] = [];
    const settings = { ...world.settings, PORT: String(await freePort()) };
    return { process: await startBotProcess(settings, { log, errors: [] }), log };
  }

  async function plan(topic: string, seconds: number) {
    const ada = settlingChat(world, 'Ada', 'personal');
    const when = localTime(seconds, world.person('Ada').timeZone);
    await ada.client.send('personal', `start "${topic}" in Finance at "${when}": About ${topic}.`);
    await ada.receipt(topic, 'Planned for', 20_000);
    return ada;
  }

  const attempts = (log: readonly string[]) => log.filter((line) => line.includes('"kind":"attempt"')).length;

  /** Kills whichever process is sending, and starts another in its place, as whoever runs them would. */
  async function killSender(topic: string): Promise<void> {
    const all = () => attempts(world.log) + attempts(other.log);
    const [before, allBefore] = [attempts(other.log), all()];
    await eventually('the POST', () => postsAbout(world, topic) === 1, 30_000);
    await eventually('who sends it', () => all() > allBefore);
    if (attempts(other.log) === before) {
      await world.restartBot('SIGKILL');
    } else {
      await other.process.end('SIGKILL');
      other = await startOther();
    }
  }

  it('post it once', async () => {
    const ada = await plan('Both alive', 4);
    await ada.receipt('Both alive', 'Conversation started', 30_000);
    assert.deepEqual([about(world, 'Both alive').length, postsAbout(world, 'Both alive')], [1, 1]);
  });

  it('the one that sends is killed after Microsoft 365 has acted: the other finds the post', async () => {
    const topic = 'Killed after';
    const ada = await plan(topic, 4);
    world.sandbox.faults.add({
      ...{ service: 'graph', method: 'POST', path: /\/conversations$/, times: 1 },
      ...{ when: 'after', outcome: 'hang' },
    });
    await killSender(topic);
    await ada.receipt(topic, 'Conversation started', 40_000);
    assert.deepEqual([about(world, topic).length, postsAbout(world, topic)], [1, 1]);
  });

  it('the one that sends is killed before Microsoft 365 acts: nothing is sent again unless its author says so', async () => {
    const topic = 'Killed before';
    const ada = await plan(topic, 4);
    world.sandbox.faults.add({
      ...{ service: 'graph', method: 'POST', path: /\/conversations$/, times: 1 },
      ...{ when: 'before', outcome: 'hang' },
    });
    await killSender(topic);
    const notThere = await ada.receipt(topic, 'I could not find it', 40_000);
    assert.deepEqual([about(world, topic).length, postsAbout(world, topic)], [0, 1]);
    await ada.press(notThere, 'Send again');
    await ada.receipt(topic, 'Conversation started', 20_000);
    assert.deepEqual([about(world, topic).length, postsAbout(world, topic)], [1, 2]);
  });

  it('nobody is signed in for more than an hour: asked once, then whether it should still go out', async () => {
    const topic = 'Late sign-in';
    const { sandbox, person } = world;
    const ada = await plan(topic, 6);
    sandbox.entra.consents.withdraw(person('Ada').id);
    await ada.client.send('personal', 'sign out');
    await ada.receipt(topic, 'Waiting for you to sign in', 30_000);
    const asked = await eventually('the button', () =>
      ada.client.messages('personal').find(({ signIn }) => signIn !== undefined),
    );
    assert.equal(ada.client.messages('personal').filter(({ signIn }) => signIn !== undefined).length, 1);
    await ageWaiting(database);
    sandbox.entra.consents.grant(person('Ada').id);
    await signInByBrowser(asked.signIn!.url, { personId: person('Ada').id });
    const held = await ada.receipt(topic, 'Shall I still post this?', 30_000);
    assert.deepEqual(buttonsOf(held), ['Post now', 'Discard']);
    assert.equal(postsAbout(world, topic), 0);
    await Promise.all([1, 2].map(() => ada.press(held, 'Post now')));
    await ada.receipt(topic, 'Conversation started', 20_000);
    assert.deepEqual([about(world, topic).length, postsAbout(world, topic)], [1, 1]);
  });
});
