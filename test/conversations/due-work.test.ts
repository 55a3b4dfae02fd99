import assert from 'node:assert/strict';
import { createWorld, finance, wish } from './fakes/world.ts';
import { lost } from './lost-answer.ts';

describe('due work', () => {
  /** Requests that are planned for these minutes from now, each to a group of its own. */
  async function plan(world: ReturnType<typeof createWorld>, ...minutes: number[]): Promise<Date[]> {
    const from = world.state.now.getTime();
    const times = minutes.map((count) => new Date(from + count * 60_000));
    for (const [n, postAt] of times.entries()) {
      const mail = `group-${n}@contoso.com`;
      world.state.groups.push({ ...finance, id: `group-${n}`, mail });
      const differences = { sourceKey: `command|${n}`, topic: `Topic ${n}`, typedGroup: mail };
      const { content, ...rest } = wish(differences);
      await world.conversations.start({ ...rest, content: { ...content, postAt } });
    }
    return times;
  }

  const topics = ({ state }: ReturnType<typeof createWorld>) =>
    state.shown.filter((each) => each.state === 'created').map((each) => each.topic);

  it('is not held up by a request for which Microsoft 365 does not answer', async () => {
    const world = createWorld();
    const { state, conversations } = world;
    const [requests] = conversations.work;
    const [first, second] = await plan(world, 1, 2);
    const gate = Promise.withResolvers<void>();
    state.beforeOutcome = () => (state.posted.length === 1 ? gate.promise : Promise.resolve());
    state.now = first!;
    assert.equal(await requests!.workDue(), 1);
    state.now = second!;
    await conversations.workDue();
    assert.deepEqual(topics(world), ['Topic 1']);
    gate.resolve();
    await world.settled();
    assert.deepEqual(topics(world), ['Topic 1', 'Topic 0']);
    assert.equal(state.posted.length, 2);
  });

  it('is done when the ledger says that it is due, however far behind this machine’s clock is', async () => {
    const { state, conversations, rows, id } = await lost();
    state.now = new Date(state.now.getTime() + 2_000);
    state.skew = -600_000;
    await conversations.workDue();
    assert.deepEqual([state.looked.length, rows.get(id)?.looks], [1, 1]);
  });

  it('takes no more at once than one instance works on, and goes on as soon as one is done', async () => {
    const world = createWorld();
    const { state, conversations } = world;
    const [requests] = conversations.work;
    const times = await plan(world, ...Array.from({ length: 25 }, () => 1));
    const gate = Promise.withResolvers<void>();
    state.beforeOutcome = () => gate.promise;
    state.now = times[0]!;
    assert.equal(await requests!.workDue(), 20);
    const next = requests!.workDue();
    gate.resolve();
    assert.equal(await next, 5);
    await world.settled();
    assert.equal(topics(world).length, 25);
  });
});
