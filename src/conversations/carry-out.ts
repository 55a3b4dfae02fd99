import type { CarryOutParts } from './carry-out-parts.ts';
import { confirmRefusal, type Refusal } from './confirm-refusal.ts';
import { decide, type Renewal } from './decide.ts';
import { CodedError } from './errors/coded-error.ts';
import { firstLook } from './look-schedule.ts';
import type { PostingOutcome } from './ports/mailbox.ts';
import { postingOf } from './posting-of.ts';
import { putOff } from './put-off.ts';
import { readAttachments } from './read-attachments.ts';
import { readBack } from './read-back.ts';
import { readOutcome } from './read-outcome.ts';
import type { ConversationRequest } from './request.ts';
import { isPlanned } from './schedule/is-planned.ts';
import { takeSlot } from './take-slot.ts';
import { transition, type RequestEvent } from './transition.ts';
import { HoldLost, writeEvent, writeSuccess } from './write-event.ts';

/** When to come back while the group's mailbox is busy, in milliseconds. */
const forPlace = 1_000;

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
  // An attempt without an answer: whoever made it died. It may have been posted.
  if (current.state === 'sending') return writeEvent(current, outcomeLost(parts), parts);
  if (current.state === 'waiting') {
    const kind = isStillMeant(current, parts) ? 'resumed' : 'held-for-author';
    current = await writeEvent(current, { kind }, parts);
  }
  // The first step is due because this row was taken, whatever this machine's clock says of the database's.
  for (let first = true; first || isDue(current, parts); first = false) {
    if (isResting(current)) break;
    if (current.state === 'created') {
      current = await writeEvent(current, await readBack(current, parts), parts);
      continue;
    }
    const step = await decide(current, renewal, parts);
    if (step.kind === 'renew') {
      ({ renewal } = step);
    } else if (step.kind === 'write') {
      renewal = step.renewal ?? renewal;
      current = await writeEvent(current, step.event, parts);
    } else {
      const sent = await attempt(current, step.token, renewal, parts);
      current = sent.request;
      renewal = sent.renewal ?? renewal;
    }
  }
  return current;
}

/** What waited for a sign-in, or for Kickoff after its planned time, for longer than this is not posted out of the blue, in milliseconds. */
const stillMeant = 3_600_000;

function isStillMeant(request: ConversationRequest, { clock }: CarryOutParts): boolean {
  const { waitingFor, updatedAt, postAt } = request;
  const wanted = isPlanned(request) ? postAt : waitingFor === 'sign-in' ? updatedAt : undefined;
  return wanted === undefined || clock.now().getTime() - wanted.getTime() <= stillMeant;
}

function isResting({ state, dueAt }: ConversationRequest): boolean {
  if (state === 'created') return dueAt === undefined;
  return state === 'refused' || state === 'waiting' || state === 'sending';
}

/** Whether there is something to be done now: an accepted request, or a look whose time has come. */
function isDue({ state, dueAt }: ConversationRequest, { clock }: CarryOutParts): boolean {
  if (state === 'accepted') return true;
  return state !== 'refused' && dueAt !== undefined && dueAt <= clock.now();
}

/** Commits to one POST, sends it, and writes what became of it. */
async function attempt(
  request: ConversationRequest,
  token: string,
  renewal: Renewal | undefined,
  parts: CarryOutParts,
): Promise<{ request: ConversationRequest; renewal?: Renewal }> {
  const { slots, mailbox, clock, postDeadline } = parts;
  const slot = await takeSlot(request.target.group?.id ?? '', 'write', parts);
  if (slot === undefined) return { request: await writeEvent(request, noPlace(request, parts), parts) };
  try {
    const { attachments, files } = await readAttachments(request, parts);
    const ready =
      files === undefined ? request : await writeEvent(request, { kind: 'files-taken', files }, parts);
    const committed = clock.now();
    const at = mailbox.serverTime() ?? committed;
    const sending = await writeEvent(ready, { kind: 'attempt', at }, parts);
    const deadlineMs = postDeadline - (clock.now().getTime() - committed.getTime());
    const outcome: PostingOutcome =
      deadlineMs > 0
        ? await mailbox.post(postingOf(sending, attachments), { token, deadlineMs })
        : { kind: 'never-sent', error: new CodedError('GRAPH_UNREACHABLE') };
    const read = await readOutcome(sending, outcome, renewal, parts);
    const { renewal: next } = read;
    const event = isDoubtful(outcome, read.event)
      ? await confirmRefusal(sending, read.event, token, parts)
      : read.event;
    const written =
      event.kind === 'created'
        ? await writeSuccess(sending, event, parts)
        : await writeEvent(sending, event, parts);
    return { request: written, ...(next !== undefined && { renewal: next }) };
  } finally {
    await slots.free(slot);
  }
}

function isDoubtful(outcome: PostingOutcome, event: RequestEvent): event is Refusal {
  if (event.kind !== 'refused') return false;
  return outcome.kind === 'not-found' || (outcome.kind === 'refused' && outcome.doubtful === true);
}

function noPlace(request: ConversationRequest, parts: CarryOutParts): RequestEvent {
  const busy = new CodedError('GRAPH_THROTTLED');
  const until = new Date(parts.clock.now().getTime() + forPlace * (1 + parts.random()));
  if (request.state === 'unknown') return { kind: 'not-looked', error: busy, lookAt: until, ordered: true };
  return putOff(request, busy, parts, until);
}

function outcomeLost({ clock, settleSchedule }: CarryOutParts, cause?: unknown): RequestEvent {
  return {
    kind: 'outcome-unknown',
    error: new CodedError('OUTCOME_UNKNOWN', {}, { cause }),
    lookAt: firstLook(clock.now(), settleSchedule),
  };
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
  const later = new Date(parts.clock.now().getTime() + 60_000);
  const events: Partial<Record<ConversationRequest['state'], RequestEvent>> = {
    sending: outcomeLost(parts, cause),
    accepted: putOff(current, error, parts),
    unknown: { kind: 'not-looked', error, lookAt: later },
    discarded: { kind: 'not-looked', error, lookAt: later },
  };
  const event = events[current.state];
  if (event === undefined) return current;
  const next = transition(current, event, parts.clock.now());
  return (await parts.ledger.write(next, parts.holder)) ?? current;
}
