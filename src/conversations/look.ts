import type { CarryOutParts } from './carry-out-parts.ts';
import { nextLook } from './look-schedule.ts';
import { CodedError } from './errors/coded-error.ts';
import { nameGroup } from './name-group.ts';
import type { FoundPost, LookAnswer } from './ports/lookout.ts';
import { putOff } from './put-off.ts';
import type { ConversationRequest, Created } from './request.ts';
import { retryAt } from './retry-at.ts';
import { sentBody } from './sent-body.ts';
import { takeSlot } from './take-slot.ts';
import type { RequestEvent } from './transition.ts';
import { untilVisible } from './until-visible.ts';

/** A post may be dated this much before or after the attempt: clocks differ, and mail takes its time. */
const tolerance = 600_000;
/** Longest time for one look, in milliseconds; well within a hold. */
const deadlineMs = 20_000;

/** One look into the mailbox for a request that may have been posted, and what follows from it. Writes nothing. */
export async function look(
  request: ConversationRequest,
  token: string,
  parts: CarryOutParts,
): Promise<{ event: RequestEvent; unauthorized?: LookAnswer }> {
  const { group } = request.target;
  if (group === undefined) return { event: { kind: 'not-found', lookAt: undefined } };
  const slot = await takeSlot(group.id, 'read', parts);
  if (slot === undefined) {
    const event = notLooked(request, new CodedError('GRAPH_THROTTLED'), parts);
    return { event: event.kind === 'not-looked' ? { ...event, ordered: true } : event };
  }
  try {
    const answer = await parts.lookout.look(queryOf(request, group.id, parts), { token, deadlineMs });
    if (answer.kind === 'incomplete') {
      const event = notLooked(request, nameGroup(answer.error, request), parts, answer.retryAfterMs);
      return answer.unauthorized ? { event, unauthorized: answer } : { event };
    }
    const event = await readLook(request, group.id, answer.found, parts);
    return { event: event.kind === 'not-found' ? beforeNext(request, event, parts) : event };
  } finally {
    await parts.slots.free(slot);
  }
}

/** Before another POST leaves on its strength, a look has to be late enough to have found what the last one left. */
function beforeNext(
  request: ConversationRequest,
  notFound: RequestEvent,
  parts: CarryOutParts,
): RequestEvent {
  const { state, ordered } = request;
  const wait = state === 'accepted' || ordered ? untilVisible(request, parts) : 0;
  if (wait === 0) return notFound;
  const until = new Date(parts.clock.now().getTime() + wait);
  const error = new CodedError('OUTCOME_UNKNOWN');
  return state === 'accepted'
    ? putOff(request, error, parts, until)
    : { kind: 'not-looked', error, lookAt: until, ordered: true };
}

/** A look that could not be made: an open request waits, an unknown one is looked for again. */
export function notLooked(
  request: ConversationRequest,
  error: CodedError,
  parts: CarryOutParts,
  retryAfterMs?: number,
): RequestEvent {
  const asked = retryAt(retryAfterMs, parts);
  if (request.state === 'accepted') return putOff(request, error, parts, asked);
  const lookAt = nextLook(request, false, parts.clock.now(), parts.settleSchedule);
  return { kind: 'not-looked', error, lookAt: later(lookAt, asked) };
}

async function readLook(
  request: ConversationRequest,
  groupId: string,
  found: readonly FoundPost[],
  { ledger, clock, settleSchedule }: CarryOutParts,
): Promise<RequestEvent> {
  const mine: FoundPost[] = [];
  for (const post of found) {
    // Without a marker one post is all that can be told to be this request's.
    if (post.by === 'content' && mine.length > 0) break;
    if (await ledger.claim({ groupId, threadId: post.threadId, postId: post.postId }, request.id))
      mine.push(post);
  }
  const [first, ...others] = mine;
  if (first !== undefined)
    return { kind: 'created', created: createdOf(first), alsoFound: others.map(createdOf) };
  return { kind: 'not-found', lookAt: nextLook(request, true, clock.now(), settleSchedule) };
}

function queryOf(request: ConversationRequest, groupId: string, { postDeadline }: CarryOutParts) {
  const { kind, target, topic } = request;
  const attempted = (request.attemptedAt ?? request.createdAt).getTime();
  return {
    kind,
    groupId,
    topic,
    body: sentBody(request),
    ...(target.conversation !== undefined && { conversationId: target.conversation.id }),
    ...(target.thread !== undefined && { threadId: target.thread.id }),
    marker: request.id,
    from: new Date(attempted - tolerance),
    to: new Date(attempted + postDeadline + tolerance),
  };
}

function createdOf({ conversationId, threadId, postId }: FoundPost): Created {
  return { ...(conversationId !== undefined && { conversationId }), threadId, postId };
}

function later(one: Date | undefined, other: Date | undefined): Date | undefined {
  if (one === undefined || other === undefined) return one;
  return one > other ? one : other;
}
