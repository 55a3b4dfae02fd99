import type { CarryOutParts } from './carry-out-parts.ts';
import { decide, type Renewal } from './decide.ts';
import { CodedError } from './errors/coded-error.ts';
import type { PostingOutcome } from './ports/mailbox.ts';
import { postingOf } from './posting-of.ts';
import { putOff } from './put-off.ts';
import { readOutcome } from './read-outcome.ts';
import type { ConversationRequest } from './request.ts';
import { transition, type RequestEvent } from './transition.ts';

/**
 * Takes a request that this instance holds as far as it goes now: to an end, to a sign-in, or to a later time.
 * Each step is written before the next begins, and an attempt is written before its POST leaves.
 *
 * @returns the request as last written; it is given back by then
 */
export async function carryOut(
  request: ConversationRequest,
  parts: CarryOutParts,
): Promise<ConversationRequest> {
  try {
    return await takeSteps(request, parts);
  } catch (error) {
    if (!(error instanceof HoldLost)) return await setAside(request, error, parts);
    return (await parts.ledger.find(request.id)) ?? request;
  } finally {
    await parts.ledger.release(request.id, parts.holder);
  }
}

async function takeSteps(request: ConversationRequest, parts: CarryOutParts): Promise<ConversationRequest> {
  let current = request;
  let renewal: Renewal | undefined;
  if (current.state === 'sending') {
    // An attempt without an answer: whoever made it died. It may have been posted.
    return write(current, { kind: 'outcome-unknown', error: new CodedError('OUTCOME_UNKNOWN') }, parts);
  }
  if (current.state === 'waiting') current = await write(current, { kind: 'resumed' }, parts);
  while (current.state === 'accepted') {
    const step = await decide(current, renewal, parts);
    renewal = step.renewal ?? renewal;
    current = await write(current, step.event, parts);
    if (step.token === undefined) continue;
    const result = readOutcome(current, await post(current, step.token, parts), renewal, parts);
    renewal = result.renewal ?? renewal;
    current = await write(current, result.event, parts);
  }
  return current;
}

/** A defect of ours must not make the row come back at once, again and again, nor lose it. */
async function setAside(
  request: ConversationRequest,
  cause: unknown,
  parts: CarryOutParts,
): Promise<ConversationRequest> {
  parts.log.error({ request: request.id, error: cause }, 'a request could not be carried out');
  const current = (await parts.ledger.find(request.id)) ?? request;
  const error = new CodedError('INTERNAL', {}, { cause });
  const event: RequestEvent | undefined =
    current.state === 'sending'
      ? { kind: 'outcome-unknown', error: new CodedError('OUTCOME_UNKNOWN', {}, { cause }) }
      : current.state === 'accepted'
        ? putOff(current, error, parts)
        : undefined;
  if (event === undefined) return current;
  return (await parts.ledger.write(transition(current, event, parts.clock.now()), parts.holder)) ?? current;
}

async function post(
  request: ConversationRequest,
  token: string,
  { mailbox, clock, postDeadline }: CarryOutParts,
): Promise<PostingOutcome> {
  const spent = clock.now().getTime() - (request.attemptedAt?.getTime() ?? 0);
  const deadlineMs = postDeadline - spent;
  if (deadlineMs <= 0) return { kind: 'never-sent', error: new CodedError('GRAPH_UNREACHABLE') };
  return mailbox.post(postingOf(request), { token, deadlineMs });
}

/** Somebody else took the row after this hold had ended: the rest is theirs. */
class HoldLost extends Error {}

async function write(
  request: ConversationRequest,
  event: RequestEvent,
  { ledger, clock, holder, log }: CarryOutParts,
): Promise<ConversationRequest> {
  const next = transition(request, event, clock.now());
  const written = await ledger.write(next, holder);
  if (written === undefined) throw new HoldLost(`request ${request.id} is held by somebody else`);
  log.info({ request: written.id, state: written.state, code: written.reason?.code ?? '' }, 'request moved');
  return written;
}
