import assert from 'node:assert/strict';
import { about, buttonsOf, postsAbout, settlingChat } from '../e2e/settling-chat.ts';
import { localTime } from '../e2e/local-time.ts';
import { eventually, startWorld, type World } from '../e2e/start-world.ts';

describe('what is planned, in the real process', function () {
  this.timeout(30_000);
  let world: World;
  before(async () => {
    world = await startWorld();
    await settlingChat(world, 'Ada', 'personal').client.open('personal');
  });
  after(() => world.stop());

  const plan = (topic: string, seconds: number) => {
    const ada = settlingChat(world, 'Ada', 'personal');
    const when = localTime(seconds, world.person('Ada').timeZone);
    return ada.client.send('personal', `start "${topic}" in Finance at "${when}": About ${topic}.`);
  };

  for (const signal of ['SIGTERM', 'SIGKILL'] as const)
    it(`is posted once, at its time, after a restart in between (${signal})`, async () => {
      const topic = `Planned before ${signal}`;
      const ada = settlingChat(world, 'Ada', 'personal');
      await ada.start(`Signed in for ${signal}`);
      await ada.receipt(`Signed in for ${signal}`, 'Conversation started');
      const from = Date.now() + 4_000;
      await plan(topic, 5);
      const planned = await ada.receipt(topic, 'Planned for');
      assert.deepEqual(buttonsOf(planned), ['Change', 'Post now', 'Discard']);
      assert.equal(postsAbout(world, topic), 0);
      await world.restartBot(signal);
      await ada.receipt(topic, 'Conversation started', 10_000);
      assert.deepEqual([about(world, topic).length, postsAbout(world, topic)], [1, 1]);
      assert.ok(Date.parse(about(world, topic)[0]!.lastDeliveredDateTime) >= from, 'not before its time');
    });

  it('asks for the sign-in at its time when there is none any more, and goes on by itself', async () => {
    const topic = 'Planned and signed out';
    const ada = settlingChat(world, 'Ada', 'personal');
    await plan(topic, 3);
    await ada.receipt(topic, 'Planned for');
    await ada.client.send('personal', 'sign out');
    await eventually('the post', () => about(world, topic).length === 1, 10_000);
    assert.equal(postsAbout(world, topic), 1);
  });
});
