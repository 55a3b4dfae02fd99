import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { Wish } from '../../src/conversations/new-request.ts';
import type { ConversationRequest, RequestState } from '../../src/conversations/request.ts';
import type { SandboxGroup } from '../../src/sandbox/tenant/tenant.ts';
import { checkReceipt } from './check-receipt.ts';
import type { FaultCase } from './fault-case.ts';
import { faultOutcome } from './fault-outcome.ts';
import type { FaultWorld } from './fault-world.ts';

/** Longest time until a request has come to rest, in milliseconds. */
const limit = 30_000;
/** How often the author orders another attempt. */
const mostOrders = 3;

/** How a case that kept every promise went. */
export interface CaseEnd {
  /** What its text contains and no other does. */
  token: string;
  state: RequestState;
  /** Whether its author had to order it once more. */
  sentAgain: boolean;
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
  world: FaultWorld,
  { token, group }: { token: string; group: SandboxGroup },
): Promise<CaseEnd> {
  const { sandbox, traffic, first, second } = world;
  const conversations = (groupId: string) => sandbox.graph.mailboxes.conversations(groupId);
  const seed = await startSeed(each, world, { token: token.replace('case', 'seed'), group });
  const wish = wishOf(world, { ...seed, kind: each.operation, token, group });
  const path = new RegExp(`/groups/${group.id}/`);
  const undo = sandbox.faults.add({
    ...{ service: 'graph', method: 'POST', path, times: 1, when: each.when },
    outcome: faultOutcome(each.fault, `${sandbox.cloudOrigin}${pathOf(each, group, seed)}`),
  });
  const begun = traffic.entries.length;
  const held = () =>
    conversations(group.id)
      .flatMap(({ threads }) => threads.flatMap(({ posts }) => posts))
      .filter(({ body }) => body.content.includes(token)).length;
  const sent = () =>
    traffic.entries.slice(begun).filter((entry) => entry.path.search(path) >= 0 && entry.service === 'graph');
  try {
    const answers =
      each.delivered === 'at once'
        ? await Promise.all([first.conversations.start(wish), second.conversations.start(wish)])
        : [await first.conversations.start(wish)];
    if (each.delivered === 'in a row') answers.push(await second.conversations.start(wish));
    const { id } = answers[0]!.request;
    assert.ok(
      answers.every(({ request }) => request.id === id),
      'the same wish became two requests',
    );
    assert.equal(
      answers.filter((answer) => answer.first).length,
      1,
      'answers that say that they were the first',
    );

    let request = await atRest(world, id);
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
    checkLooks();
    return { token, state: request.state, sentAgain, posts };
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

interface Seed {
  conversationId?: string;
  threadId?: string;
}

/** A conversation that the bot itself has just made, for what goes into one. */
async function startSeed(
  { operation }: FaultCase,
  world: FaultWorld,
  { token, group }: { token: string; group: SandboxGroup },
): Promise<Seed> {
  if (operation !== 'thread' && operation !== 'reply') return {};
  const wish = wishOf(world, { kind: 'conversation', token, group });
  const { request } = await world.first.conversations.start(wish);
  assert.equal((await atRest(world, request.id)).state, 'created', 'the conversation to post into');
  const conversation = world.sandbox.graph.mailboxes.conversations(group.id)[0]!;
  return { conversationId: conversation.id, threadId: conversation.threads[0]!.id };
}

function wishOf(
  { author, place }: FaultWorld,
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

function describe({ state, waitingFor, reason, receipt, version }: ConversationRequest): string {
  return `${state} ${waitingFor ?? ''} ${reason?.code ?? ''} (receipt ${receipt?.version} of ${version})`;
}

function rests(state: RequestState, dueAt: Date | undefined): boolean {
  return state === 'created' || state === 'refused' || (state === 'unknown' && dueAt === undefined);
}

/** The request when nothing goes on by itself any more, and its receipt shows so. */
async function atRest({ second, signIn }: FaultWorld, id: string): Promise<ConversationRequest> {
  const end = Date.now() + limit;
  for (;;) {
    const request = await second.conversations.find(id);
    assert.ok(request, 'the request is lost');
    const { state, dueAt, receipt, version } = request;
    // A renewed token is lost where no refresh token is handed out: what cannot be looked for then asks for a sign-in.
    const asks = state === 'unknown' && request.waitingFor === 'sign-in';
    if (!asks && rests(state, dueAt) && (receipt?.version ?? -1) >= version) return request;
    if (asks) await signIn();
    assert.ok(Date.now() < end, `still ${describe(request)}`);
    await wait(50);
  }
}
