import type { CarryOutParts } from './carry-out-parts.ts';
import { CodedError } from './errors/coded-error.ts';
import { nameGroup } from './name-group.ts';
import { openQuestion } from './open-question.ts';
import { personKey, type Person } from './person.ts';
import type { ConversationRequest } from './request.ts';
import { isPlanned } from './schedule/is-planned.ts';
import { takes, type RequestEvent } from './transition.ts';
import { HoldLost, writeEvent } from './write-event.ts';

/**
 * - `look-again`, `send-again`, `discard`: for a request whose outcome is unknown;
 * - `post-now`: for one that waits for its author, or for its planned time; `discard`: for one that waits;
 * - `confirm`: for one that is planned, and goes to many or outside: at its time; `confirm-now`: the same, and at once;
 * - `go-on`: for one that waits for a sign-in, which has come;
 * - `delete-second`: for one that was found twice.
 */
export type Order =
  | 'look-again'
  | 'send-again'
  | 'discard'
  | 'post-now'
  | 'confirm'
  | 'confirm-now'
  | 'go-on'
  | 'delete-second';

export type OrderAnswer =
  /** Done, or under way: the receipt says the rest. */
  | { kind: 'done'; request: ConversationRequest }
  /** The request has moved on; its receipt shows to where. */
  | { kind: 'too-late'; request: ConversationRequest }
  | { kind: 'failed'; request: ConversationRequest; error: CodedError }
  | { kind: 'not-yours' };

export interface OrderParts extends CarryOutParts {
  /** Carries the request out for as long as a turn may take, and shows it. */
  finish(request: ConversationRequest): Promise<ConversationRequest>;
  show(id: string): Promise<void>;
}

/** How often, and with what pause in milliseconds, a row is asked for that a worker holds at the moment. */
const tries = 20;
const pause = 50;

/** Does what the author of a request orders. By compare-and-set: of two presses at once, one acts. */
export async function giveOrder(
  { id, by, order }: { id: string; by: Person; order: Order },
  parts: OrderParts,
): Promise<OrderAnswer> {
  const known = await parts.ledger.find(id);
  if (known === undefined || personKey(known.author) !== personKey(by)) return { kind: 'not-yours' };
  try {
    const request = await takeSoon(id, parts);
    if (request !== undefined) return await carryOutOrder(request, order, parts);
  } catch (error) {
    if (!(error instanceof HoldLost)) throw error;
  }
  return { kind: 'too-late', request: (await parts.ledger.find(id)) ?? known };
}

async function carryOutOrder(
  request: ConversationRequest,
  order: Order,
  parts: OrderParts,
): Promise<OrderAnswer> {
  const { id } = request;
  if (!isPossible(request, order)) {
    await parts.ledger.release(id, parts.holder);
    return { kind: 'too-late', request };
  }
  switch (order) {
    case 'look-again':
    case 'send-again':
      return { kind: 'done', request: await parts.finish(await writeEvent(request, { kind: order }, parts)) };
    case 'post-now':
    case 'confirm-now':
      return postNow(request, order, parts);
    case 'go-on':
      return { kind: 'done', request: await parts.finish(request) };
    case 'discard':
      return rest(await writeEvent(request, { kind: 'discard' }, parts), parts);
    case 'confirm':
      return rest(await writeEvent(request, { kind: 'confirmed' }, parts), parts);
    case 'delete-second':
      return deleteSecond(request, parts);
  }
}

/**
 * Of what is planned, the card that was pressed may not have shown yet what is asked about its audience (`post-now`); then
 * the receipt asks. Otherwise the press is the answer.
 */
async function postNow(
  request: ConversationRequest,
  order: 'post-now' | 'confirm-now',
  parts: OrderParts,
): Promise<OrderAnswer> {
  const asks = openQuestion(request) !== undefined;
  if (isPlanned(request) && asks && order === 'post-now') return rest(request, parts);
  // Written here: left to the steps that follow, what is late would only be held for its author again.
  const event: RequestEvent =
    !isPlanned(request) && asks ? { kind: 'confirmed' } : { kind: 'resumed', ...(asks && { knowing: true }) };
  return { kind: 'done', request: await parts.finish(await writeEvent(request, event, parts)) };
}

/** Nothing more is to be done about a request now. */
async function rest(request: ConversationRequest, parts: OrderParts): Promise<OrderAnswer> {
  await parts.ledger.release(request.id, parts.holder);
  await parts.show(request.id);
  return { kind: 'done', request };
}

function isPossible(request: ConversationRequest, order: Order): boolean {
  if (order === 'post-now' || order === 'confirm-now')
    return request.waitingFor === 'author' || isPlanned(request);
  if (order === 'confirm') return isPlanned(request) && takes(request, 'confirmed');
  if (order === 'go-on') return request.waitingFor === 'sign-in';
  if (order === 'delete-second') return (request.alsoFound?.length ?? 0) > 0;
  return takes(request, order);
}

async function takeSoon(
  id: string,
  { ledger, holder, timer }: OrderParts,
): Promise<ConversationRequest | undefined> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    const request = await ledger.take(id, holder);
    if (request !== undefined) return request;
    await timer.wait(pause);
  }
  return undefined;
}

/** Deletes what was found besides the first, as the author. */
async function deleteSecond(request: ConversationRequest, parts: OrderParts): Promise<OrderAnswer> {
  const { ledger, tokens, holder, clock } = parts;
  try {
    const answer = await tokens.graphToken(request.author);
    if (answer.kind !== 'token') return { kind: 'failed', request, error: answer.error };
    for (const conversationId of othersOf(request)) {
      const groupId = request.target.group?.id ?? '';
      await parts.mailbox.deleteConversation({ groupId, conversationId }, answer.token);
    }
    const { alsoFound: _, ...rest } = request;
    const written = await ledger.write({ ...rest, updatedAt: clock.now() }, holder);
    return { kind: 'done', request: written ?? request };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return { kind: 'failed', request, error: nameGroup(error, request) };
  } finally {
    await ledger.release(request.id, holder);
    await parts.show(request.id);
  }
}

/** Conversations that hold a second copy; never the one that is kept. */
function othersOf({ created, alsoFound = [] }: ConversationRequest): string[] {
  const ids = alsoFound.flatMap(({ conversationId }) => conversationId ?? []);
  return [...new Set(ids)].filter((id) => id !== created?.conversationId);
}
