import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import { atRest } from './at-rest.ts';
import type { CaseAuthor } from './author.ts';
import type { FaultWorld } from './fault-world.ts';

/** Longest time until something shows, in milliseconds. */
const limit = 30_000;

export interface LateCommit {
  id: string;
  /** What its text contains and no other does. */
  token: string;
  /** Lets Graph act on the POST. */
  commit: () => void;
  /** How many posts of it the mailbox holds. */
  held: () => number;
}

/**
 * Lets Graph act on a POST that was given up, and has what follows done.
 *
 * - `late`: after the first look; the next ones find it. Where a machine is too slow for that, as `late-look`;
 * - `late-look`, `late-send`: after the last one; the author, who is told that it is not there, looks or sends again.
 *
 * @returns the request when it has come to rest, and whether its author had to do something
 * @throws AssertionError
 */
export async function commitLate(
  fault: string,
  late: LateCommit,
  world: FaultWorld & CaseAuthor,
): Promise<{ request: ConversationRequest; ordered: boolean }> {
  const { id, commit, held } = late;
  const { second, sandbox, author } = world;
  const looking = fault === 'late' && (await firstLook(late, world));
  const given = looking ? undefined : await atRest(world, id);
  if (given !== undefined) {
    assert.equal(given.state, 'unknown', 'what nobody has done yet');
    assert.equal(given.lookComplete, true, 'everything was read');
  }
  assert.equal(held(), 0);
  commit();
  await until('the post', () => held() === 1);
  const found = looking ? await atRest(world, id) : undefined;
  if (found?.state === 'created') return { request: found, ordered: false };
  // What cannot be read yet nobody can find; the author who presses sooner is told so once more.
  await wait(sandbox.profile.freshIdsUnreadableMs);
  const order = fault === 'late-send' ? 'send-again' : 'look-again';
  const { kind } = await second.conversations.order(id, author, order);
  assert.equal(kind, 'done', `the order to ${order}`);
  return { request: await atRest(world, id), ordered: true };
}

/** Waits for a look, and for a receipt that says so; false when all looks were made meanwhile. */
async function firstLook({ id, token }: LateCommit, world: FaultWorld & CaseAuthor): Promise<boolean> {
  let looking = true;
  await until('a look', async () => {
    const request = await world.second.conversations.find(id);
    assert.equal(request?.state, 'unknown', 'what nobody has done yet');
    looking = request?.dueAt !== undefined;
    return !looking || ((request?.looks ?? 0) > 0 && saysChecking(world, token));
  });
  return looking;
}

function saysChecking({ client }: CaseAuthor, token: string): boolean {
  return client.messages('personal').some(({ cards }) => {
    const card = JSON.stringify(cards);
    return card.includes(token) && card.includes('I am checking whether it was posted');
  });
}

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + limit;
  while (!(await holds())) {
    assert.ok(Date.now() < end, `${what} did not come`);
    await wait(20);
  }
}
