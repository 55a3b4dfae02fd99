import assert from 'node:assert/strict';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { createStoredWorld, type StoredWorld } from './fakes/stored-world.ts';
import { createUseCases } from './fakes/use-cases.ts';
import { ada, ben, group, samplePost, sampleWatch } from './fakes/numbers.ts';

const channel = { ...sampleWatch().place, chatId: '19:x', chatType: 'channel' as const };

describe('watches into a chat that others read', () => {
  let world: StoredWorld;
  beforeEach(async () => {
    world = await createStoredWorld();
  });
  afterEach(() => world.bench.dispose());

  const arrive = (postId: string, changes: Parameters<typeof samplePost>[0] = {}) =>
    void world.state.posts.push(samplePost({ postId, receivedAt: new Date(world.state.now), ...changes }));

  it('show nothing more once they are switched off, end, and say so to who watched', async () => {
    await world.watch(ada, channel);
    await world.watch(ada);
    arrive('p1');
    await world.pollNow();
    const strict = createUseCases(world.store, { now: world.state.now, sharedWatches: false });
    const tellStrict = async () => {
      await world.bench.query('update notice_items set created_at = created_at - 5000 returning 1');
      await world.dueNow('notice_places');
      await strict.tell();
    };
    for (let n = 0; n < 3; n += 1) await tellStrict();
    assert.ok(strict.state.shown.every(({ watcher }) => watcher.objectId === ada.objectId));
    const told = strict.state.shown.map(({ kind, place }) => `${kind} from ${place.chatType}`);
    assert.deepEqual(
      told.toSorted((one, other) => one.localeCompare(other)),
      ['not-shown-here from channel', 'posts from personal'],
    );
    const running = await world.watches.watching(ada);
    assert.deepEqual(
      running.map(({ place }) => place.chatType),
      ['personal'],
    );
    // Switched on again, it begins with being confirmed again.
    assert.equal((await world.watch(ada, channel, false)).kind, 'confirm');
  });

  it('go on for one watcher however much waits for the sign-in of another', async () => {
    const other = { ...group, id: 'dddddddd-0000-4000-8000-000000000002', name: 'Support' };
    await world.store.add(
      sampleWatch({ watcher: ben, place: channel, target: { group: other }, since: world.state.now }),
      { clientState: 's', revive: true },
    );
    for (let n = 0; n < 250; n += 1) arrive(`p${n}`, { threadId: 't1', conversationId: 'c1' });
    await world.watch(ada, channel);
    // The other group has no mail of its own in this world: its watcher signs out with all that is there unread.
    const busy = await world.store.ofGroup(`${ada.tenantId}|${other.id}`);
    await world.pollNow();
    await world.store.pause(busy, 'sign-in', []);
    await world.bench.query(
      `update notice_items set created_at = created_at - 60000 where group_key like '%2' returning 1`,
    );
    await world.bench.query(
      `update notice_items set state = 'dropped' where group_key like '%1' returning 1`,
    );
    arrive('news', { threadId: 't2', conversationId: 'c2' });
    await world.pollNow();
    await world.tellNow();
    assert.deepEqual(world.kindsIn(channel.chatId), ['posts']);
    // What waited is shown once its watcher is back.
    await world.watches.signedIn(ben);
    await world.tellNow();
    assert.equal(world.kindsIn(channel.chatId).length, 2);
  });

  it('show what both watch while one of them is asked to sign in', async () => {
    for (const watcher of [ada, ben]) await world.watch(watcher, channel);
    world.state.signedOut.add(ben.objectId);
    await world.store.pause(await world.store.ofPerson(ben), 'sign-in', []);
    arrive('p1');
    await world.pollNow();
    await world.tellNow();
    assert.deepEqual(world.kindsIn(channel.chatId), ['posts']);
  });

  it('show with one watcher’s access what another may not read any more, and nothing once nobody may', async () => {
    for (const watcher of [ada, ben]) await world.watch(watcher, channel);
    world.later(16 * 60_000);
    world.state.refuses.set(ada.objectId, new CodedError('READING_NOT_ALLOWED'));
    arrive('p1');
    await world.pollNow();
    await world.tellNow();
    await world.tellNow();
    const posts = () => world.kindsIn(channel.chatId).filter((kind) => kind === 'posts').length;
    assert.equal(posts(), 1);
    world.state.refuses.set(ben.objectId, new CodedError('READING_NOT_ALLOWED'));
    arrive('p2');
    await world.pollNow();
    await world.tellNow();
    await world.tellNow();
    assert.equal(posts(), 1);
    assert.deepEqual(await world.watches.watching(ben), []);
  });
});
