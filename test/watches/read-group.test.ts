import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { CodedError } from '../../src/conversations/errors/coded-error.ts';
import type { MailPost, MailThread, SeenPost } from '../../src/watches/mail-post.ts';
import { itemsOfPosts } from '../../src/watches/notice-item.ts';
import type { MailReads } from '../../src/watches/ports/group-mail.ts';
import { readGroup } from '../../src/watches/read-group.ts';
import { overlap, threadsToRead } from '../../src/watches/threads-to-read.ts';
import { ada, at, ben, samplePost, sampleWatch, start } from './fakes/numbers.ts';

const minute = 60_000;
const run = { seed: 20_261_121, numRuns: 300 };

/** A post with when it can be read at last. */
type Arrival = MailPost & { readableAt: Date };

/** A mailbox at a moment; lists come in any order, and a list may show what cannot be read yet. */
function mailboxAt(
  arrivals: readonly Arrival[],
  now: Date,
  options: { shuffle: (id: string) => number; fails?: (thread: string) => boolean; budget?: number },
): MailReads {
  const { shuffle, fails = () => false } = options;
  let left = options.budget ?? Number.POSITIVE_INFINITY;
  const inOrder = <Item>(items: Item[], id: (item: Item) => string): Item[] =>
    items.toSorted((one, other) => shuffle(id(one)) - shuffle(id(other)));
  const there = arrivals.filter(({ receivedAt }) => receivedAt <= now);
  return {
    async threads() {
      const ids = [...new Set(there.map(({ threadId }) => threadId))];
      const threads = ids.map((id): MailThread => {
        const times = there
          .filter(({ threadId }) => threadId === id)
          .map((post) => post.receivedAt.getTime());
        return { id, topic: 'Budget', lastDelivered: new Date(Math.max(...times)) };
      });
      return inOrder(threads, ({ id }) => id);
    },
    async posts(thread) {
      left -= 1;
      if (left < 0 || fails(thread.id)) throw new CodedError('GRAPH_UNREACHABLE');
      const posts = there.filter(({ threadId, readableAt }) => threadId === thread.id && readableAt <= now);
      if (posts.length === 0) throw new CodedError('TARGET_GONE');
      return inOrder(posts, ({ postId }) => postId);
    },
  };
}

describe('what is new in a group', () => {
  const arrivals = fc
    .array(
      fc.record({
        threadId: fc.constantFrom('t1', 't2', 't3', 't4'),
        // Few different times, so that many are equal.
        minute: fc.integer({ min: 0, max: 40 }),
        delay: fc.integer({ min: 0, max: overlap - 1 }),
        address: fc.constantFrom('ada@contoso.com', 'ben@contoso.com', 'chika@contoso.com'),
      }),
      { maxLength: 25, size: 'max' },
    )
    .map((rows) =>
      rows.map(({ threadId, minute: received, delay, address }, n): Arrival => {
        const receivedAt = at(received * minute);
        return {
          ...samplePost({ postId: `p${n}`, threadId, receivedAt, from: { name: '', address } }),
          readableAt: new Date(receivedAt.getTime() + delay),
        };
      }),
    );

  it('is every post exactly once for each watcher, whatever the order, the delays and the failures', () =>
    fc.assert(
      fc.asyncProperty(
        arrivals,
        fc.array(fc.integer({ min: 1, max: 12 * minute }), { minLength: 5, maxLength: 20, size: 'max' }),
        fc.array(
          fc.record({
            salt: fc.integer(),
            failing: fc.subarray(['t1', 't2', 't3', 't4']),
            budget: fc.integer({ min: 0, max: 6 }),
          }),
          { minLength: 1, maxLength: 6 },
        ),
        async (posts, gaps, moods) => {
          const watches = [sampleWatch(), sampleWatch({ watcher: ben, since: at(20 * minute) })];
          const told: string[] = [];
          const seen: SeenPost[] = [];
          let position = at(0);
          let now = start;
          const poll = async (mood: { salt: number; failing: string[]; budget: number }) => {
            const startedAt = new Date(now);
            const from = new Date(position.getTime() - overlap);
            const reads = mailboxAt(posts, startedAt, {
              shuffle: (id) =>
                id.split('').reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0) + mood.salt) | 0, 7),
              fails: (thread) => mood.failing.includes(thread),
              budget: mood.budget,
            });
            const { posts: fresh, left } = await readGroup(reads, { from, seen });
            for (const { postId, threadId, receivedAt } of fresh)
              seen.push({ postId, threadId, receivedAt, readAt: startedAt });
            told.push(...itemsOfPosts(fresh, watches, new Map()).map(({ key }) => key));
            if (left === undefined && startedAt > position) position = startedAt;
          };
          for (const [n, gap] of gaps.entries()) {
            now += gap;
            await poll(moods[n % moods.length]!);
          }
          // In the end nothing fails any more, and everything can be read.
          now = start + 60 * minute;
          for (let n = 0; n < 8; n += 1) await poll({ salt: n, failing: [], budget: 100 });
          const expected = posts.flatMap((post) =>
            itemsOfPosts([post], watches, new Map()).map(({ key }) => key),
          );
          assert.deepEqual(told.toSorted(), expected.toSorted());
        },
      ),
      run,
    ));

  it('is read in several rounds when one is too short for it', async () => {
    const posts = Array.from({ length: 30 }, (_, n) => {
      const receivedAt = at(n * minute);
      return { ...samplePost({ postId: `p${n}`, threadId: `t${n}`, receivedAt }), readableAt: receivedAt };
    });
    const seen: SeenPost[] = [];
    const now = at(24 * 60 * minute);
    let rounds = 0;
    for (
      let left: CodedError | undefined = new CodedError('GRAPH_UNREACHABLE');
      left !== undefined;
      rounds += 1
    ) {
      const read = await readGroup(mailboxAt(posts, now, { shuffle: () => 0, budget: 8 }), {
        from: at(-overlap),
        seen,
      });
      seen.push(...read.posts.map((post) => ({ ...post, readAt: now })));
      ({ left } = read);
    }
    assert.equal(seen.length, 30);
    assert.equal(rounds, 4);
  });

  it('does not end with a thread that was deleted meanwhile, and waits for one that is too fresh', async () => {
    const thread = { id: 't1', topic: 'x', lastDelivered: at(0) };
    const lists = [[thread], []];
    const gone = async () => {
      throw new CodedError('TARGET_GONE');
    };
    const from = at(-overlap);
    const deleted = await readGroup({ threads: async () => lists.shift()!, posts: gone }, { from, seen: [] });
    assert.deepEqual(deleted, { posts: [] });
    const fresh = await readGroup({ threads: async () => [thread], posts: gone }, { from, seen: [] });
    assert.equal(fresh.left?.code, 'GRAPH_UNREACHABLE');
  });

  it('is read around threads that cannot be read, up to a few, and not on where Graph asks to wait', async () => {
    const threads = Array.from({ length: 20 }, (_, n) => ({ id: `t${n}`, topic: 'x', lastDelivered: at(0) }));
    const from = at(-overlap);
    const round = async (failing: number, error: CodedError) => {
      let asked = 0;
      const read = await readGroup(
        {
          threads: async () => threads,
          async posts({ id }) {
            asked += 1;
            if (Number(id.slice(1)) < failing) throw error;
            return [samplePost({ postId: `p-${id}`, threadId: id })];
          },
        },
        { from, seen: [] },
      );
      return { asked, posts: read.posts.length, left: read.left?.code };
    };
    const unreachable = new CodedError('GRAPH_UNREACHABLE');
    assert.deepEqual(await round(1, unreachable), { asked: 20, posts: 19, left: 'GRAPH_UNREACHABLE' });
    assert.deepEqual(await round(1, new CodedError('LOOK_TOO_LARGE')), {
      ...{ asked: 20, posts: 19 },
      left: 'LOOK_TOO_LARGE',
    });
    assert.deepEqual(await round(20, unreachable), { asked: 5, posts: 0, left: 'GRAPH_UNREACHABLE' });
    assert.deepEqual(await round(1, new CodedError('GRAPH_THROTTLED')), {
      ...{ asked: 1, posts: 0 },
      left: 'GRAPH_THROTTLED',
    });
  });

  it('is not looked for with a token that is refused', async () => {
    const refused = async () => {
      throw new CodedError('SIGN_IN_EXPIRED');
    };
    const reads = { threads: async () => [{ id: 't1', topic: 'x' }], posts: refused };
    await assert.rejects(readGroup(reads, { from: at(0), seen: [] }), { code: 'SIGN_IN_EXPIRED' });
  });

  it('is looked for first where nothing is known', () => {
    const listed = ['old', 'known', 'new'].map((id) => ({ id, topic: '', lastDelivered: at(0) }));
    const seen = [
      { postId: 'a', threadId: 'old', receivedAt: at(0), readAt: at(overlap) },
      { postId: 'b', threadId: 'known', receivedAt: at(0), readAt: at(overlap - 1) },
    ];
    assert.deepEqual(
      threadsToRead(listed, seen, at(0)).map(({ id }) => id),
      ['new', 'known'],
    );
    assert.deepEqual(threadsToRead(listed, seen, at(1)), []);
  });
});

describe('whose news a post is', () => {
  const keys = (...args: Parameters<typeof itemsOfPosts>) => itemsOfPosts(...args).length;

  it('not its author’s, by address and by what Kickoff posted; in a shared chat everybody’s', () => {
    const own = samplePost({ from: { name: 'Ada', address: 'ada@contoso.com' } });
    const shared = sampleWatch({ place: { ...sampleWatch().place, chatType: 'channel' } });
    assert.equal(keys([own], [sampleWatch()], new Map()), 0);
    assert.equal(keys([samplePost()], [sampleWatch()], new Map([['p1', ada.objectId]])), 0);
    assert.equal(keys([own], [shared], new Map([['p1', ada.objectId]])), 1);
    assert.equal(keys([own], [sampleWatch({ watcher: ben })], new Map()), 1);
  });

  it('once in a chat however many watches of it fit', () => {
    const all = sampleWatch();
    const one = sampleWatch({ target: { ...all.target, conversationId: 'c1' } });
    const other = sampleWatch({ target: { ...all.target, conversationId: 'c2' } });
    const thread = sampleWatch({ target: { ...all.target, threadId: 't1' } });
    assert.equal(keys([samplePost()], [all, one, other, thread], new Map()), 1);
    assert.equal(keys([samplePost()], [other], new Map()), 0);
    assert.equal(keys([samplePost()], [thread], new Map()), 1);
  });

  it('not of a watch that has ended or cannot show it, nor of what came before the watch', () => {
    assert.equal(keys([samplePost()], [sampleWatch({ state: 'ended' })], new Map()), 0);
    assert.equal(
      keys([samplePost()], [sampleWatch({ state: 'paused', pausedFor: 'unreachable' })], new Map()),
      0,
    );
    assert.equal(
      keys([samplePost()], [sampleWatch({ state: 'paused', pausedFor: 'sign-in' })], new Map()),
      1,
    );
    assert.equal(keys([samplePost()], [sampleWatch({ since: at(1_001) })], new Map()), 0);
  });
});
