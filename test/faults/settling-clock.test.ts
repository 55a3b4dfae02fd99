import { createTraffic } from '../../src/sandbox/server/traffic.ts';
import assert from 'node:assert/strict';
import { about, misfortunes, postsAbout, settlingChat } from '../e2e/settling-chat.ts';
import { startWorld } from '../e2e/start-world.ts';

const minutes = 60_000;

describe('a machine whose clock is wrong by 10 minutes', function () {
  this.timeout(30_000);

  for (const shift of [-10 * minutes, 10 * minutes]) {
    it(`settles what was lost: Microsoft 365 is ${shift > 0 ? 'ahead' : 'behind'}`, async () => {
      const topic = 'Another time';
      const traffic = createTraffic();
      // Tokens of somebody ahead are refused as not valid yet, so only the mailbox is; they may be older than they say.
      let ahead = shift > 0 ? 0 : shift;
      const world = await startWorld({
        traffic: {
          ...traffic,
          add(entry) {
            if (entry.service === 'graph') ahead = shift;
            traffic.add(entry);
          },
        },
        now: () => new Date(Date.now() + ahead),
        settings: { SETTLE_SCHEDULE: '300ms,900ms' },
      });
      try {
        const ada = settlingChat(world, 'Ada', 'personal');
        await ada.client.open('personal');
        misfortunes.loseAnswer(world, 'after');
        await ada.start(topic);
        await ada.receipt(topic, 'Conversation started');
        const apart = Date.parse(about(world, topic)[0]!.lastDeliveredDateTime) - Date.now();
        assert.ok(Math.abs(apart - shift) < minutes, 'the clocks differ');
        const posts = traffic.list({ service: 'graph', method: 'POST' });
        assert.equal(posts.length, 1);
        assert.equal(about(world, topic).length, 1);
        assert.equal(postsAbout({ ...world, traffic }, topic), 1);
      } finally {
        await world.stop();
      }
    });
  }
});
