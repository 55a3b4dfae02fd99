import assert from 'node:assert/strict';
import { whenTold } from './check-tidings.ts';
import { notify } from './notify.ts';
import { polled, type WatchingCase } from './watching-case.ts';
import { wakesByNotification } from './wakes-by-notification.ts';

/** What happens to a group's subscription in the course of time. */
export const subscriptionCases: readonly WatchingCase[] = [
  {
    name: 'subscription made again when it has expired',
    settings: polled,
    async run(world, tidings) {
      const group = world.newGroup();
      await world.watch('Ada', group);
      const old = await world.subscribed(group);
      old.expiresAt = new Date(0);
      world.sandbox.graph.subscriptions.check();
      await world.database.ageSubscription(group.id, { due: true });
      await world.until('another one', () => world.subscriptionsOf(group).some(({ id }) => id !== old.id));
      await world.subscribed(group);
      await wakesByNotification(world, { group, tidings, about: this.name });
    },
  },
  {
    name: 'subscription of an earlier watch taken over on 409',
    settings: polled,
    async run(world, tidings) {
      const group = world.newGroup();
      await world.watch('Ada', group);
      const old = await world.subscribed(group);
      // It cannot be removed, so it lives on after the watch, with a secret that nobody keeps.
      const off = world.sandbox.faults.add({
        service: 'graph',
        method: 'DELETE',
        path: /subscriptions/,
        when: 'before',
        outcome: { status: 500, body: {} },
      });
      await world.say('Ada', `unwatch ${group.displayName}`);
      await world.until('the row is gone', async () => !(await world.database.subscriptionOf(group.id)));
      off();
      assert.ok(world.subscriptionsOf(group).includes(old));
      await world.say('Ada', `watch ${group.displayName}`);
      await world.subscribed(group);
      assert.equal(world.subscriptionsOf(group).length, 1);
      await wakesByNotification(world, { group, tidings, about: this.name });
    },
  },
  {
    name: 'subscription moved to another watcher when its holder signs out',
    settings: polled,
    async run(world, tidings) {
      const group = world.newGroup();
      for (const name of ['Ada', 'Ben']) await world.watch(name, group);
      const { personId } = await world.subscribed(group);
      const isAda = world.person('Ada').id === personId;
      const [gone, left] = isAda ? (['Ada', 'Ben'] as const) : (['Ben', 'Ada'] as const);
      // Their clients would sign them in again by themselves.
      world.sandbox.entra.consents.withdraw(personId);
      await world.say(gone, 'sign out');
      const words = tidings.next();
      // Also where nobody may have one beside it: it was ended before.
      await world.until('the move', async () => {
        const row = await world.database.subscriptionOf(group.id);
        return row?.state === 'on' && row.holder_id === world.person(left).id;
      });
      const { postId } = world.post('Chika', group, words);
      const tiding = { about: this.name, name: left, words, postId };
      tidings.owe(tiding);
      await whenTold(world, tiding);
      assert.equal(world.noticesOf(gone, words).length, 0);
      world.sandbox.entra.consents.grant(personId);
      await world.say(gone, 'sign in');
      const again = { ...tiding, name: gone };
      tidings.owe(again);
      await whenTold(world, again);
    },
  },
  {
    name: 'subscription and reading restored after an outage of Graph',
    settings: polled,
    async run(world, tidings) {
      const group = world.newGroup();
      await world.watch('Ada', group);
      const old = await world.subscribed(group);
      const off = world.sandbox.faults.add({
        service: 'graph',
        when: 'before',
        outcome: { status: 503, body: {} },
      });
      old.expiresAt = new Date(0);
      world.sandbox.graph.subscriptions.check();
      await world.database.ageSubscription(group.id, { due: true });
      const words = tidings.next();
      const { postId } = world.post('Chika', group, words);
      await world.until('a failure', async () => {
        const row = await world.database.subscriptionOf(group.id);
        return (row?.failures ?? 0) > 0;
      });
      off();
      await world.subscribed(group);
      const tiding = { about: this.name, name: 'Ada', words, postId };
      tidings.owe(tiding);
      await whenTold(world, tiding);
      await wakesByNotification(world, { group, tidings, about: this.name });
    },
  },
  {
    name: 'lifecycle: renewed when Graph asks for another token',
    settings: polled,
    async run(world, tidings) {
      const group = world.newGroup();
      await world.watch('Ada', group);
      const subscription = await world.subscribed(group);
      await world.database.ageSubscription(group.id, { due: false });
      Object.assign(subscription, { tokenEndsAt: new Date(Date.now() + 60_000), asked: false });
      world.sandbox.graph.subscriptions.check();
      await world.until('the renewal', async () => {
        const row = await world.database.subscriptionOf(group.id);
        return Date.now() - Number(row?.renewed_at) < 60_000;
      });
      await world.subscribed(group);
      await wakesByNotification(world, { group, tidings, about: this.name });
    },
  },
  {
    name: 'lifecycle: made again when Graph says that it was removed',
    settings: polled,
    async run(world, tidings) {
      const group = world.newGroup();
      await world.watch('Ada', group);
      const old = await world.subscribed(group);
      world.sandbox.graph.subscriptions.all.delete(old.id);
      await notify(world, [{ ...calledBy(old), lifecycleEvent: 'subscriptionRemoved' }]);
      await world.until('another one', () => world.subscriptionsOf(group).some(({ id }) => id !== old.id));
      await world.subscribed(group);
      await wakesByNotification(world, { group, tidings, about: this.name });
    },
  },
  {
    name: 'forged notifications make nothing due',
    settings: polled,
    async run(world) {
      const group = world.newGroup();
      await world.watch('Ada', group);
      const subscription = await world.subscribed(group);
      const before = await world.database.hintsOf(group.id);
      const genuine = calledBy(subscription);
      for (let n = 0; n < 20; n += 1) {
        const forged = { ...genuine, clientState: `${genuine.clientState.slice(0, -2)}-${n}` };
        assert.equal(
          await notify(world, [forged, { ...forged, lifecycleEvent: 'subscriptionRemoved' }]),
          202,
        );
      }
      await world.holds(() => false, 1_000);
      assert.equal(await world.database.hintsOf(group.id), before);
      assert.equal((await world.database.subscriptionOf(group.id))?.state, 'on');
      assert.equal(world.subscriptionsOf(group)[0]?.id, subscription.id);
    },
  },
];

function calledBy({ id, clientState }: { id: string; clientState: string | null }) {
  return { id: 'n', subscriptionId: id, clientState: clientState ?? '', changeType: 'created' };
}
