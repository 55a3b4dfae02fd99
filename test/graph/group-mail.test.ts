import assert from 'node:assert/strict';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import { createGroupMail } from '../../src/graph/create-group-mail.ts';
import { createServerTime } from '../../src/graph/server-time.ts';
import type { TenantProfile } from '../../src/sandbox/tenant/profile.ts';
import { overlap } from '../../src/watches/threads-to-read.ts';
import { readGroup } from '../../src/watches/read-group.ts';
import { startGraphWorld, type GraphWorld } from '../sandbox/graph/graph-world.ts';
import { createKeptLog } from './kept-log.ts';

const minute = 60_000;

/** A group's mailbox as watching reads it, over HTTP. */
describe('the mail of a watched group', function () {
  this.timeout(20_000);
  let world: GraphWorld;
  beforeEach(async () => {
    world = await startGraphWorld();
  });
  afterEach(() => world.close());

  const pass = (ms: number): void => void (world.clock.at = new Date(world.clock.at.getTime() + ms));
  const ben = { name: 'Ben Ray', address: 'ben@contoso.com' };
  const start = (topic: string) =>
    world.graph.mailboxes.createConversation(world.groupId('finance'), {
      topic,
      post: { sender: ben, body: { contentType: 'html', content: `<p>${topic}</p>` } },
    });
  const answer = (threadId: string, content: string) =>
    world.graph.mailboxes.postAs(
      world.tenant.people.find(({ mail }) => mail.startsWith('ben@'))!.id,
      world.groupId('finance'),
      threadId,
      { contentType: 'html', content },
    );
  const mail = () =>
    createGroupMail({
      ...{ endpoint: world.origin, version: 'v1.0', log: createKeptLog().log },
      // The clock of tests is nobody else's, and stands still.
      serverTime: createServerTime(() => 0),
    });
  const open = () =>
    mail().open(world.groupId('finance'), { token: world.tokenOf('ada'), deadlineMs: 15_000 });

  for (const listOrder of ['newest-first', 'oldest-first', 'shuffled'] as TenantProfile['listOrder'][]) {
    it(`is read through all pages of threads and of posts (${listOrder})`, async () => {
      world.profile.listOrder = listOrder;
      const old = Array.from({ length: 130 }, (_, n) => start(`old ${n}`));
      pass(60 * minute);
      const since = new Date(world.clock.at);
      const expected: string[] = [];
      for (let n = 0; n < 230; n += 1) {
        pass(1_000);
        expected.push(start(`new ${n}`).thread.posts[0]!.id);
      }
      const { thread } = old[7]!;
      for (let n = 0; n < 120; n += 1) {
        pass(1_000);
        expected.push(answer(thread.id, `<p>answer ${n}</p>`).id);
      }
      const { posts, left } = await readGroup(open(), {
        from: new Date(since.getTime() - overlap),
        seen: [],
      });
      assert.equal(left, undefined);
      const ids = posts.map(({ postId }) => postId);
      assert.deepEqual(new Set(ids), new Set(expected));
      assert.equal(ids.length, expected.length);
      const times = posts.map(({ receivedAt }) => receivedAt.getTime());
      assert.deepEqual(
        times,
        times.toSorted((one, other) => one - other),
      );
    });
  }

  it('is refused to whoever may not read it, and says how long Graph asks to wait', async () => {
    const refusal = async (work: Promise<unknown>) => {
      const error = await work.then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      assert.ok(error instanceof CodedError);
      return error;
    };
    const check = (token = world.tokenOf('ada')) =>
      refusal(mail().checkAccess(world.groupId('finance'), token));
    const without = await check(world.tokenOf('ada', { scp: 'User.Read' }));
    assert.equal(without.code, 'READ_PERMISSION_MISSING');
    const headers = { 'retry-after': '90' };
    world.faults.add({ service: 'graph', times: 1, when: 'before', outcome: { status: 429, headers } });
    const asked = await check();
    assert.deepEqual([asked.code, asked.details['retryAfterMs']], ['GRAPH_THROTTLED', '90000']);
    const finance = world.tenant.groups.find(({ id }) => id === world.groupId('finance'))!;
    Object.assign(finance, { visibility: 'Private', memberIds: [], ownerIds: [] });
    assert.equal((await check()).code, 'READING_NOT_ALLOWED');
  });
});
