import assert from 'node:assert/strict';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import type { WatchStore } from '../../src/watches/ports/watch-store.ts';
import { createSqliteBench, type SqliteBench } from '../storage/sqlite-bench.ts';
import { createUseCases } from './fakes/use-cases.ts';
import { ada, ben, group, samplePost, sampleWatch } from './fakes/numbers.ts';

const lacking = new CodedError('READ_PERMISSION_MISSING');

describe('watching without the permission for it', () => {
  let bench: SqliteBench;
  let store: WatchStore;
  let world: ReturnType<typeof createUseCases>;
  beforeEach(async () => {
    bench = await createSqliteBench();
    store = (await bench.open()).watches;
    world = createUseCases(store);
    await watch(ada);
  });
  afterEach(() => bench.dispose());

  const later = () => void (world.state.now = new Date(world.state.now.getTime() + 16 * 60_000));
  const watch = (watcher: typeof ada) =>
    world.watches.watch({ watcher, place: sampleWatch({ watcher }).place, group: group.id });
  const due = (table: string) => bench.query(`update ${table} set due_at = 1 returning 1`);
  const dueIn = async (table: string) =>
    Number((await bench.query(`select due_at from ${table}`))[0]?.['due_at']) - Date.now();
  const tell = async () => {
    await bench.query('update notice_items set created_at = created_at - 5000 returning 1');
    await due('notice_places');
    await world.tell();
  };
  const kinds = (person = ada) =>
    world.state.shown.filter(({ watcher }) => watcher.objectId === person.objectId).map(({ kind }) => kind);
  const poll = async () => {
    await due('watched_groups');
    await world.poll();
  };

  it('tells the watcher once that nothing can be read, shows it, and goes on when it is granted', async () => {
    world.state.refuses.set(ada.objectId, lacking);
    for (let n = 0; n < 3; n += 1) {
      await poll();
      await tell();
    }
    assert.deepEqual(kinds(), ['reading-lacks']);
    assert.equal((await world.watches.watching(ada))[0]?.lacks, 'reading');
    assert.ok((await dueIn('watched_groups')) > 10 * 60_000);
    world.state.posts.push(samplePost({ receivedAt: new Date(world.state.now) }));
    world.state.refuses.clear();
    // The token that is kept does not know of it.
    world.state.renewed.length = 0;
    await poll();
    await tell();
    assert.deepEqual(world.state.renewed, [ada.objectId]);
    assert.deepEqual(kinds(), ['reading-lacks', 'posts']);
    assert.equal((await world.watches.watching(ada))[0]?.lacks, undefined);
    later();
    world.state.refuses.set(ada.objectId, lacking);
    await poll();
    await tell();
    assert.deepEqual(kinds(), ['reading-lacks', 'posts', 'reading-lacks']);
  });

  it('goes on by the token of another watcher, who is told nothing', async () => {
    await watch(ben);
    // So that it is not remembered that Ada could read it.
    later();
    world.state.refuses.set(ada.objectId, lacking);
    world.state.posts.push(samplePost({ receivedAt: new Date(world.state.now) }));
    await poll();
    await tell();
    await tell();
    assert.deepEqual(kinds(ben), ['posts']);
    assert.deepEqual(kinds(), ['reading-lacks']);
  });

  it('says that posts come late where only the subscription is refused', async () => {
    world.state.creating = [lacking, lacking, 'made'];
    await world.keep();
    assert.deepEqual(world.state.renewed, [], 'the token that is there does until it is told otherwise');
    await tell();
    assert.deepEqual(kinds(), ['notifications-lack']);
    const [view] = await world.watches.watching(ada);
    assert.deepEqual([view?.how, view?.lacks], ['polling', 'notifications']);
    await due('subscriptions');
    await world.keep();
    await tell();
    assert.deepEqual(kinds(), ['notifications-lack']);
    await due('subscriptions');
    world.state.renewed.length = 0;
    await world.keep();
    // The token that was there does not know that it is granted by now.
    assert.deepEqual(world.state.renewed, [ada.objectId]);
    const [after] = await world.watches.watching(ada);
    assert.deepEqual([after?.how, after?.lacks], ['notifications', undefined]);
  });

  it('is not said of a subscription that Graph refuses for anything else', async () => {
    world.state.creating = [new CodedError('GRAPH_REFUSED', { message: 'validation' })];
    await world.keep();
    await tell();
    assert.deepEqual(kinds(), []);
    assert.equal((await world.watches.watching(ada))[0]?.lacks, undefined);
  });

  it('is tried again as soon as the person has signed in', async () => {
    world.state.creating = [lacking, 'made'];
    await world.keep();
    assert.equal(await world.keep(), 0);
    await world.watches.signedIn(ada);
    await world.keep();
    assert.equal((await world.watches.watching(ada))[0]?.how, 'notifications');
  });

  it('says nothing that is past by the time it could be shown', async () => {
    world.state.refuses.set(ada.objectId, lacking);
    await poll();
    world.state.refuses.clear();
    await poll();
    await tell();
    assert.deepEqual(kinds(), []);
  });

  it('is content with the token that there is where no fresh one is to be had', async () => {
    world.state.refuses.set(ada.objectId, lacking);
    await poll();
    world.state.refuses.clear();
    world.state.notRenewable.add(ada.objectId);
    await poll();
    assert.equal((await world.watches.watching(ada))[0]?.state, 'on');
    assert.equal((await world.watches.watching(ada))[0]?.lacks, undefined);
  });
});
