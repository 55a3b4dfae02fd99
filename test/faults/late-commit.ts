import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import { atRest } from './at-rest.ts';
import type { FaultWorld } from './fault-world.ts';

/** Longest time until something shows, in milliseconds. */
const limit = 30_000;

export interface LateCommit {
  id: string;
  /** What its text contains and no other does. */
  token: string;
  /** Lets Graph act on the POST. */
  commit(): void;
  /** How many posts of it the mailbox holds. */
  held(): number;
}

/**
 * Lets Graph act on a POST that was given up, and has what follows done.
 *
 * - `late`: after the first look; the next ones find it;
 * - `late-look`, `late-send`: after the last one; the author, who is told that it is not there, looks or sends again.
 *
 * @returns the request when it has come to rest
 * @throws AssertionError
 */
export async function commitLate(
  fault: string,
  late: LateCommit,
  world: FaultWorld,
): Promise<ConversationRequest> {
  const { id, token, commit, held } = late;
  const { second, sandbox, author } = world;
  if (fault === 'late') {
    await until('a look, and a receipt that says so', async () => {
      const request = await second.conversations.find(id);
      assert.ok(request?.state === 'unknown' && request.dueAt !== undefined, 'it is not looked for any more');
      return (request.looks ?? 0) > 0 && saysChecking(world, token);
    });
    assert.equal(held(), 0);
    commit();
    return atRest(world, id);
  }
  const given = await atRest(world, id);
  assert.equal(given.state, 'unknown', 'what nobody has done yet');
  assert.equal(given.lookComplete, true, 'everything was read');
  commit();
  await until('the post', () => held() === 1);
  // What cannot be read yet nobody can find; the author who presses sooner is told so once more.
  await wait(sandbox.profile.freshIdsUnreadableMs);
  const order = fault === 'late-look' ? 'look-again' : 'send-again';
  const { kind } = await second.conversations.order(id, author, order);
  assert.equal(kind, 'done', `the order to ${order}`);
  return atRest(world, id);
}

function saysChecking({ client }: FaultWorld, token: string): boolean {
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
