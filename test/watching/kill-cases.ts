import assert from 'node:assert/strict';
import { whenTold } from './check-tidings.ts';
import { polled, type WatchingCase } from './watching-case.ts';
import type { WatchingWorld } from './start-watching-world.ts';
import { wakesByNotification } from './wakes-by-notification.ts';

/** From where steps are counted: the first bytes that go out and say this. */
const stages = {
  'reading the threads': String.raw`^GET /v1\.0/groups/[^ ]+/threads`,
  'reading the posts': String.raw`^GET /v1\.0/groups/[^ ]+/posts`,
  'storing what is new': 'insert into "notice_items"',
  'beginning to show it': 'update "notice_items" set "state"',
  'showing it': String.raw`^POST /[^ ]*v3/conversations/`,
};
const steps = [0, 1, 2, 3, 4, 6, 8, 12, 16, 24];
/** How long the step may take to come, in milliseconds. */
const patience = 12_000;

/** One instance dies between reading a post and having shown it. */
const deliveryKills: WatchingCase[] = Object.entries(stages).flatMap(([stage, when]) =>
  steps.map((touches) => ({
    name: `killed ${touches} steps after ${stage}`,
    settings: polled,
    async run(world, tidings) {
      const group = await watchedGroup(world);
      const words = tidings.next();
      await world.arm({ when, touches });
      const { postId } = world.post('Ben', group, words);
      await world.death(patience);
      await world.start();
      const tiding = { about: this.name, name: 'Ada', words, postId };
      tidings.owe(tiding);
      await whenTold(world, tiding);
    },
  })),
);

const subscriptionSteps = [0, 1, 2, 3, 5, 9];

/** One instance dies while the subscription is made. */
const creationKills: WatchingCase[] = subscriptionSteps.map((touches) => ({
  name: `killed ${touches} steps after asking for the subscription`,
  settings: polled,
  async run(world, tidings) {
    const group = world.newGroup();
    await world.arm({ when: String.raw`^POST /v1\.0/subscriptions `, touches });
    await world.say('Ada', `watch ${group.displayName}`);
    await world.death(patience);
    await world.start();
    // It may have died before it had stored the wish; whoever is answered nothing asks again.
    if ((await world.database.subscriptionOf(group.id)) === undefined) await world.watch('Ada', group);
    await world.subscribed(group);
    assert.equal(world.subscriptionsOf(group).length, 1);
    await wakesByNotification(world, { group, tidings, about: this.name });
  },
}));

/** One instance dies while the subscription is renewed; where there is no fresh token it is taken over instead. */
const renewalKills: WatchingCase[] = subscriptionSteps.map((touches) => ({
  name: `killed ${touches} steps after renewing the subscription`,
  settings: polled,
  async run(world, tidings) {
    const group = world.newGroup();
    await world.watch('Ada', group);
    await world.subscribed(group);
    await world.arm({ when: String.raw`^(PATCH|DELETE|POST) /v1\.0/subscriptions`, touches });
    await world.database.ageSubscription(group.id, { due: true });
    await world.death(patience);
    await world.start();
    await world.until('the renewal', async () => {
      const row = await world.database.subscriptionOf(group.id);
      return row?.state === 'on' && Date.now() - Number(row.renewed_at) < 60_000;
    });
    await world.subscribed(group);
    assert.equal(world.subscriptionsOf(group).length, 1);
    await wakesByNotification(world, { group, tidings, about: this.name });
  },
}));

/** Both instances die at once while a post waits to be told. */
const bothKilled: WatchingCase = {
  name: 'both killed while a post waits to be told',
  settings: polled,
  async run(world, tidings) {
    const group = await watchedGroup(world);
    const words = tidings.next();
    const { postId } = world.post('Ben', group, words);
    await world.until('the post is stored', async () => {
      const states = await world.database.statesOf([postId], world.chatOf('Ada'));
      return states.length > 0;
    });
    await world.killAll();
    await world.start();
    const tiding = { about: this.name, name: 'Ada', words, postId };
    tidings.owe(tiding);
    await whenTold(world, tiding);
  },
};

export const killCases: readonly WatchingCase[] = [
  ...deliveryKills,
  ...creationKills,
  ...renewalKills,
  bothKilled,
];

async function watchedGroup(world: WatchingWorld) {
  const group = world.newGroup();
  await world.watch('Ada', group);
  await world.subscribed(group);
  return group;
}
