import type { CarryOutParts } from './carry-out-parts.ts';
import { refusedToken, type Renewal } from './decide.ts';
import { firstLook } from './look-schedule.ts';
import { nameGroup } from './name-group.ts';
import type { PostingOutcome } from './ports/mailbox.ts';
import { putOff } from './put-off.ts';
import type { ConversationRequest, Created } from './request.ts';
import { retryAt } from './retry-at.ts';
import type { RequestEvent } from './transition.ts';

/** New ids in Graph can take seconds before they are found; for this long a 404 may mean no more than that. */
const freshFor = 300_000;

/** What one POST's end means for the request. */
export async function readOutcome(
  request: ConversationRequest,
  outcome: PostingOutcome,
  renewal: Renewal | undefined,
  parts: CarryOutParts,
): Promise<{ event: RequestEvent; renewal?: Renewal }> {
  const { clock, settleSchedule, tenants } = parts;
  switch (outcome.kind) {
    case 'created':
      return { event: { ...outcome, ...readBack(request, outcome.created, parts) } };
    case 'unauthorized':
      return refusedToken(request, outcome.error, renewal, outcome.claims);
    case 'never-sent':
      return { event: putOff(request, outcome.error, parts) };
    case 'marker-refused':
      if (!request.marker) return { event: { kind: 'refused', error: nameGroup(outcome.error, request) } };
      await tenants.rememberMarkerRefused(request.author.tenantId);
      return { event: { kind: 'marker-refused' } };
    case 'not-found':
      if (await isFresh(request, parts))
        return { event: lookingFirst(putOff(request, nameGroup(outcome.error, request), parts)) };
      return { event: { kind: 'refused', error: nameGroup(outcome.error, request) } };
    case 'refused':
      return { event: { kind: 'refused', error: nameGroup(outcome.error, request) } };
    case 'throttled': {
      const until = retryAt(outcome.retryAfterMs, parts);
      return { event: lookingFirst(putOff(request, outcome.error, parts, until)) };
    }
    case 'unknown':
      return {
        event: {
          kind: 'outcome-unknown',
          error: outcome.error,
          lookAt: firstLook(clock.now(), settleSchedule),
        },
      };
  }
}

/** A reply is answered with 202 and nothing else: accepted, and there once it can be read. */
function readBack(
  { kind }: ConversationRequest,
  { postId }: Created,
  { clock, settleSchedule }: CarryOutParts,
): { readBackAt?: Date } {
  return kind === 'reply' && postId === undefined
    ? { readBackAt: firstLook(clock.now(), settleSchedule) }
    : {};
}

/** The POST may have acted all the same. */
function lookingFirst(event: RequestEvent): RequestEvent {
  return event.kind === 'put-off' ? { ...event, kind: 'throttled' } : event;
}

/** Whether the conversation or thread that was not found is one that Kickoff made moments ago. */
async function isFresh(
  { target }: ConversationRequest,
  { ledger, clock, mailbox }: CarryOutParts,
): Promise<boolean> {
  const ids = {
    ...(target.conversation !== undefined && { conversationId: target.conversation.id }),
    ...(target.thread !== undefined && { threadId: target.thread.id }),
  };
  if (Object.keys(ids).length === 0) return false;
  // Attempts are dated by Graph's clock.
  const now = mailbox.serverTime() ?? clock.now();
  return ledger.createdSince(ids, new Date(now.getTime() - freshFor));
}
