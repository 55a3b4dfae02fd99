import assert from 'node:assert/strict';
import { whenTold } from './check-tidings.ts';
import { hinted, polled, type WatchingCase } from './watching-case.ts';

/** How long a post may take at most to be told by a notification, in milliseconds. */
const inTime = 5_000;

/** A post in Outlook reaches its watchers in Teams, and their answers the mailbox. */
export const tellingCases: readonly WatchingCase[] = [
  {
    name: 'told once within 5 s by a notification',
    settings: hinted,
    async run(world, tidings) {
      const { sandbox } = world;
      const group = world.newGroup();
      for (const name of ['Ada', 'Ben']) await world.watch(name, group);
      await world.subscribed(group);
      const words = tidings.next();
      const begun = Date.now();
      const { thread, postId } = world.post('Ben', group, words);
      await world.until('the notice', () => world.noticesOf('Ada', words).length > 0);
      const took = Date.now() - begun;
      const limit = inTime + 2 * sandbox.profile.freshIdsUnreadableMs;
      assert.ok(took < limit, `it took ${took} ms`);
      tidings.owe({ about: this.name, name: 'Ada', words, postId });
      assert.equal(world.noticesOf('Ben', words).length, 0, 'the author is told');
      if (!sandbox.profile.notifyReplies) return;
      // Another conversation's notice is not gathered with the first one's.
      const answer = tidings.next();
      const reply = world.reply('Ada', group, thread.id, `<p>${answer}</p>`);
      const replied = Date.now();
      await world.until('the notice of the reply', () => world.noticesOf('Ben', answer).length > 0);
      assert.ok(Date.now() - replied < inTime, `the reply took ${Date.now() - replied} ms`);
      tidings.owe({ about: this.name, name: 'Ben', words: answer, postId: reply.id });
    },
  },
  {
    name: 'told once within one polling interval without notifications',
    settings: polled,
    async run(world, tidings) {
      const { sandbox } = world;
      const group = world.newGroup();
      await world.watch('Ada', group);
      const { thread } = world.post('Ada', group, tidings.next());
      await world.subscribed(group);
      sandbox.graph.subscriptions.silent = true;
      try {
        const words = tidings.next();
        const begun = Date.now();
        const { id: postId } = world.reply('Ben', group, thread.id, `<p>${words}</p>`);
        await world.until('the notice', () => world.noticesOf('Ada', words).length > 0);
        // The interval, the moment for gathering, and what the reading and showing itself takes.
        const limit = 3_000 + 1_000 + 2_000 + 2 * sandbox.profile.freshIdsUnreadableMs;
        assert.ok(Date.now() - begun < limit, `it took ${Date.now() - begun} ms`);
        tidings.owe({ about: this.name, name: 'Ada', words, postId });
      } finally {
        sandbox.graph.subscriptions.silent = false;
      }
    },
  },
  {
    name: 'answered from the notice with one post, however often the button is pressed',
    settings: hinted,
    async run(world, tidings) {
      const group = world.newGroup();
      await world.watch('Ada', group);
      await world.subscribed(group);
      const words = tidings.next();
      const { thread, postId } = world.post('Ben', group, words);
      const tiding = { about: this.name, name: 'Ada', words, postId };
      await whenTold(world, tiding);
      // The receipt of the answer takes the notice's place, so it is counted here.
      const [notice, ...others] = world.noticesOf('Ada', words);
      assert.ok(notice !== undefined && others.length === 0);
      const body = `Answer to ${words}`;
      // One press to each instance at the same moment, and one more afterwards.
      await Promise.all([1, 2].map(() => world.client('Ada').press(notice.id, 'Reply', { body })));
      await world.until('the answer', () => thread.posts.length > 1);
      await world
        .client('Ada')
        .press(notice.id, 'Reply', { body })
        .catch(() => {});
      await world.holds(() => thread.posts.length > 2, 3_000);
      const answers = thread.posts.filter((post) => post.body.content.includes(body));
      assert.equal(answers.length, 1);
      assert.equal(answers[0]?.sender.address, 'ada@contoso.com');
    },
  },
];
