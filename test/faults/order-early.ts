import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { ConversationRequest } from '../../src/conversations/request.ts';
import { atRest } from './at-rest.ts';
import type { CaseAuthor } from './author.ts';
import type { FaultWorld } from './fault-world.ts';

/** Longest time until a look has failed, in milliseconds. */
const limit = 30_000;

/**
 * The first look for what is there could not be made, so the receipt has its buttons; the author presses *Send again* at
 * once, by when the mailbox can be read, but not everything in it yet.
 *
 * @param options.readable lets the mailbox be read
 * @returns the request when it has come to rest
 * @throws AssertionError
 */
export async function orderEarly(
  { id, readable }: { id: string; readable: () => void },
  world: FaultWorld & CaseAuthor,
): Promise<ConversationRequest> {
  const end = Date.now() + limit;
  for (;;) {
    const request = await world.second.conversations.find(id);
    assert.equal(request?.state, 'unknown', 'what nobody could look for');
    if ((request?.looks ?? 0) > 0) break;
    assert.ok(Date.now() < end, 'no look was tried');
    await wait(20);
  }
  readable();
  const { kind } = await world.second.conversations.order(id, world.author, 'send-again');
  const request = await atRest(world, id);
  // Too late is the press when a look of the other instance has found it meanwhile.
  assert.ok(kind === 'done' || request.state === 'created', `the order to send again: ${kind}`);
  return request;
}
