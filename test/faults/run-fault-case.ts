import assert from 'node:assert/strict';
import type { Wish } from '../../src/conversations/new-request.ts';
import type { ConversationRequest, RequestState } from '../../src/conversations/request.ts';
import type { SandboxGroup } from '../../src/sandbox/tenant/tenant.ts';
import { atRest } from './at-rest.ts';
import type { CaseAuthor } from './author.ts';
import { checkReceipt } from './check-receipt.ts';
import { isLate, type FaultCase } from './fault-case.ts';
import type { FaultWorld } from './fault-world.ts';
import { commitLate, type LateCommit } from './late-commit.ts';
import { orderEarly } from './order-early.ts';
import { switchFaults } from './switch-faults.ts';

/** How often the author orders another attempt. */
const mostOrders = 3;

/** How a case that kept every promise went. */
export interface CaseEnd {
  /** What its text contains and no other does. */
  token: string;
  state: RequestState;
  /** Whether its author had to order it once more. */
  sentAgain: boolean;
  /** Whether a look found by itself what was created late. */
  foundLate: boolean;
  /** POSTs that reached the mailbox. */
  posts: number;
}

/**
 * Delivers one wish whose first POST meets a fault, waits for the truth and holds it to what was promised.
 *
 * @param options.token a text that begins with `case` and that no other case has
 * @param options.group one that no other case uses at the same time
 * @throws AssertionError naming the promise that was broken
 */
export async function runFaultCase(
  each: FaultCase,
  faultWorld: FaultWorld,
  { token, group }: { token: string; group: SandboxGroup },
): Promise<CaseEnd> {
  // A refused token can cost its owner the sign-in; nobody else's request is to wait for that.
  const world = { ...faultWorld, ...(each.fault === '401' ? faultWorld.ben : faultWorld.ada) };
  const { sandbox, traffic, second } = world;
  const conversations = (groupId: string) => sandbox.graph.mailboxes.conversations(groupId);
  const seed = await startSeed(each, world, { token: token.replace('case', 'seed'), group });
  const wish = wishOf(world, { ...seed, kind: each.operation, token, group });
  const path = new RegExp(`/groups/${group.id}/`);
  const { commit, readable, undo } = switchFaults(each, world, { group, path: pathOf(each, group, seed) });
  const begun = traffic.entries.length;
  const held = () =>
    conversations(group.id)
      .flatMap(({ threads }) => threads.flatMap(({ posts }) => posts))
      .filter(({ body }) => body.content.includes(token)).length;
  const sent = () =>
    traffic.entries.slice(begun).filter((entry) => entry.path.search(path) >= 0 && entry.service === 'graph');
  try {
    const id = await deliver(each, wish, world);
    const late = await goOn(each, { id, token, held, commit, readable }, world);
    let { request } = late;
    let sentAgain = false;
    await checkEnd(request);
    // A busy machine may be too slow for the next one as well; the author is told so, and can go on.
    for (let orders = 0; request.state === 'unknown'; orders += 1) {
      assert.ok(orders < mostOrders, `sent again ${orders} times, and still ${request.reason?.code}`);
      const { kind } = await second.conversations.order(id, world.author, 'send-again');
      assert.equal(kind, 'done', 'the order to send again');
      sentAgain = true;
      request = await atRest(world, id);
      await checkEnd(request);
    }
    const posts = sent().filter(({ method }) => method === 'POST').length;
    assert.ok(posts > 0, 'nothing was ever posted');
    // One that has not arrived whole never got to the fault.
    const whole = sent().filter(({ method, requestBody }) => method === 'POST' && requestBody !== undefined);
    if (isFirstCommitted(each)) assert.equal(whole.length, 1, 'POSTs of what was created by the first');
    checkLooks();
    return { token, state: request.state, sentAgain, foundLate: !late.ordered, posts };
  } finally {
    undo();
    // What later cases have to read through.
    for (const { id } of [...conversations(group.id)]) sandbox.graph.mailboxes.remove(group.id, id);
  }

  async function checkEnd(request: ConversationRequest): Promise<void> {
    const expected = request.state === 'created' ? 1 : 0;
    assert.equal(held(), expected, `posts in the mailbox while the receipt says ${request.state}`);
    checkReceipt(request, world.client.messages('personal'), token);
    if (request.state === 'refused')
      assert.ok(['307', '404'].includes(each.fault), `refused: ${request.reason?.code}`);
  }

  /** Between two POSTs somebody has looked. */
  function checkLooks(): void {
    let looked = true;
    for (const { method, path: where } of sent()) {
      if (method === 'GET' && where.includes('/threads')) looked = true;
      if (method !== 'POST') continue;
      assert.ok(looked, 'posted again without a look');
      looked = false;
    }
  }
}

/** The request when it has come to rest, after what its author does about such a fault meanwhile. */
async function goOn(
  { fault }: FaultCase,
  waiting: LateCommit & { readable: (() => void) | undefined },
  world: FaultWorld & CaseAuthor,
): Promise<{ request: ConversationRequest; ordered: boolean }> {
  const { id, readable } = waiting;
  if (isLate(fault)) return commitLate(fault, waiting, world);
  if (readable === undefined) return { request: await atRest(world, id), ordered: false };
  return { request: await orderEarly({ id, readable }, world), ordered: true };
}

/** Whether the mailbox holds the post because of the first POST. */
function isFirstCommitted({ when, fault }: FaultCase): boolean {
  return when === 'after' || isLate(fault);
}

/** The wish as often as the case says; it is one request. */
async function deliver({ delivered }: FaultCase, wish: Wish, { first, second }: FaultWorld): Promise<string> {
  const answers =
    delivered === 'at once'
      ? await Promise.all([first.conversations.start(wish), second.conversations.start(wish)])
      : [await first.conversations.start(wish)];
  if (delivered === 'in a row') answers.push(await second.conversations.start(wish));
  const { id } = answers[0]!.request;
  assert.ok(
    answers.every(({ request }) => request.id === id),
    'the same wish became two requests',
  );
  const firsts = answers.filter((answer) => answer.first).length;
  assert.equal(firsts, 1, 'answers that say that they were the first');
  return id;
}

interface Seed {
  conversationId?: string;
  threadId?: string;
}

/** A conversation that the bot itself has just made, for what goes into one. */
async function startSeed(
  each: FaultCase,
  world: FaultWorld & CaseAuthor,
  { token, group }: { token: string; group: SandboxGroup },
): Promise<Seed> {
  if (each.operation !== 'thread' && each.operation !== 'reply') return {};
  const wish = wishOf(world, { kind: 'conversation', token, group });
  const { id } = (await world.first.conversations.start(wish)).request;
  // A busy machine may be too slow for this POST, too.
  while ((await atRest(world, id)).state === 'unknown')
    await world.first.conversations.order(id, world.author, 'send-again');
  assert.equal((await atRest(world, id)).state, 'created', 'the conversation to post into');
  const conversation = world.sandbox.graph.mailboxes.conversations(group.id)[0]!;
  // Where the post is to be there after the first POST, it must not meet an id that cannot be read yet.
  if (isFirstCommitted(each))
    for (const item of [conversation, ...conversation.threads]) item.createdAt = longAgo(item.createdAt);
  return { conversationId: conversation.id, threadId: conversation.threads[0]!.id };
}

function longAgo(at: Date): Date {
  return new Date(at.getTime() - 60_000);
}

function wishOf(
  { author, place }: CaseAuthor,
  options: Seed & { kind: FaultCase['operation']; token: string; group: SandboxGroup },
): Wish {
  const { kind, token, group, conversationId, threadId } = options;
  return {
    ...{ sourceKey: `command|${token}`, author, place },
    content: {
      ...{ kind, typedGroup: group.id, topic: `Topic ${token}`, body: `The text of ${token}.` },
      ...{ people: [], notAddresses: [] },
      ...(kind === 'thread' && conversationId !== undefined && { typedConversation: conversationId }),
      ...(kind === 'reply' && threadId !== undefined && { threadId }),
    },
  };
}

function pathOf({ operation }: FaultCase, { id }: SandboxGroup, seed: Seed): string {
  const below = {
    conversation: 'conversations',
    'group-thread': 'threads',
    thread: `conversations/${encodeURIComponent(seed.conversationId ?? '')}/threads`,
    reply: `threads/${encodeURIComponent(seed.threadId ?? '')}/reply`,
  };
  return `/v1.0/groups/${id}/${below[operation]}`;
}
