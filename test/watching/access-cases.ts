import assert from 'node:assert/strict';
import { whenTold } from './check-tidings.ts';
import { polled, type WatchingCase } from './watching-case.ts';

/** Tokens and rights that end. */
export const accessCases: readonly WatchingCase[] = [
  {
    name: 'asked once when the token is lost, and told everything after signing in',
    settings: polled,
    async run(world, tidings) {
      const group = world.newGroup();
      await world.watch('Ada', group);
      await world.subscribed(group);
      const { consents } = world.sandbox.entra;
      const asked = () => world.saidTo('Ada', 'no longer signed in').length;
      const before = asked();
      consents.withdraw(world.person('Ada').id);
      const off = world.sandbox.faults.add({
        service: 'graph',
        path: new RegExp(group.id),
        when: 'before',
        outcome: { status: 401, body: {} },
      });
      await world.until('the question', () => asked() > before);
      off();
      const words = tidings.next();
      const { postId } = world.post('Ben', group, words);
      await world.holds(() => asked() > before + 1, 4_000);
      assert.equal(asked(), before + 1);
      assert.equal(world.noticesOf('Ada', words).length, 0);
      consents.grant(world.person('Ada').id);
      await world.say('Ada', 'sign in');
      const tiding = { about: this.name, name: 'Ada', words, postId };
      tidings.owe(tiding);
      await whenTold(world, tiding);
    },
  },
  {
    name: 'a watcher who loses access is told so and shown nothing more',
    settings: polled,
    async run(world, tidings) {
      const group = world.newGroup();
      for (const name of ['Ada', 'Ben']) await world.watch(name, group);
      await world.subscribed(group);
      group.memberIds = group.memberIds.filter((id) => id !== world.person('Ada').id);
      await world.database.forgetAccess(group.id);
      const [first, second] = [tidings.next(), tidings.next()];
      const { postId } = world.post('Chika', group, first);
      const toBen = { about: this.name, name: 'Ben', words: first, postId };
      tidings.owe(toBen);
      await whenTold(world, toBen);
      await world.until('Ada is told', () => world.saidTo('Ada', 'no longer read').length > 0);
      const later = {
        about: this.name,
        name: 'Ben',
        words: second,
        postId: world.post('Chika', group, second).postId,
      };
      tidings.owe(later);
      await whenTold(world, later);
      const shown = [first, second].map((words) => world.noticesOf('Ada', words).length);
      assert.deepEqual(shown, [0, 0]);
      assert.equal(
        world.saidTo('Ada', group.displayName).filter(({ text }) => text.includes('no longer')).length,
        1,
      );
    },
  },
];
