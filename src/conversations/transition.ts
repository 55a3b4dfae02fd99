import type { CodedError } from './errors/coded-error.ts';
import type { PostFile } from './post-file.ts';
import type { Audience } from './audience.ts';
import { openQuestion } from './open-question.ts';
import type { ConversationRequest, Created, Reason, Recipient, RequestState, Target } from './request.ts';
import { isPlanned } from './schedule/is-planned.ts';

/** Everything that can happen to a request. */
export type RequestEvent =
  /** The group (and conversation) meant by what was typed is known now. */
  | { kind: 'target-found'; target: Target }
  /** The addresses of everybody who was named or chosen are known now. */
  | { kind: 'people-found'; people: readonly Recipient[] }
  /** It would go to many, or outside: nothing is sent before its author has said so. */
  | { kind: 'audience-asked'; question: Reason }
  /** Who would get what is planned is known; if that is many, or outside, its author is asked until its time comes. */
  | { kind: 'audience-known'; audience: Audience }
  /** More is known about the files than before. */
  | { kind: 'files-taken'; files: readonly PostFile[] }
  | { kind: 'sign-in-needed'; error: CodedError }
  /** Nothing was sent, or nothing can have been created: go on at `until`. */
  | { kind: 'put-off'; until: Date; error: CodedError }
  /** 429, or 404 on an id that is new: probably nothing was created, but nothing promises it. */
  | { kind: 'throttled'; until: Date; error: CodedError }
  /** An attempt is committed to; the POST may leave now. `at`: Graph's own time where it is known. */
  | { kind: 'attempt'; at: Date }
  /** With `readBackAt` the answer named no post (a reply's 202 has no body): looked for at that time. */
  | { kind: 'created'; created: Created; alsoFound?: readonly Created[]; readBackAt?: Date }
  /** The post that was accepted has been read in the mailbox; or could not be yet, and is looked for at `lookAt`, if ever. */
  | { kind: 'read-back'; created: Created; alsoFound: readonly Created[] }
  | { kind: 'not-read-back'; lookAt: Date | undefined }
  /** 401: probably nothing was created, but nothing promises it. */
  | { kind: 'token-refused' }
  | { kind: 'marker-refused' }
  | { kind: 'refused'; error: CodedError }
  /** The answer is lost, or says nothing about what happened; looked for at `lookAt`. */
  | { kind: 'outcome-unknown'; lookAt: Date; error: CodedError }
  /** Everything was read and it is not there; looked for again at `lookAt`, if ever. */
  | { kind: 'not-found'; lookAt: Date | undefined }
  /**
   * It could not be looked for; with `signIn` not before its author has signed in, with `ordered` the author's order stands,
   * because only Kickoff itself was too busy.
   */
  | { kind: 'not-looked'; lookAt: Date | undefined; error: CodedError; signIn?: true; ordered?: true }
  /** The person signed in, or the time has come; `knowing` its audience, about which they were asked. */
  | { kind: 'resumed'; knowing?: true }
  /** The person signed in, or Kickoff came to it, so late that they should say whether it is still to be posted. */
  | { kind: 'held-for-author' }
  /** Its author has read what the card asked, and wants it posted: now, or when it is planned. */
  | { kind: 'confirmed' }
  /** The author's orders. */
  | { kind: 'look-again' }
  | { kind: 'send-again' }
  | { kind: 'discard' }
  /** Its author changed what is planned, or asked about: the other request is stored in the same moment. */
  | { kind: 'replaced'; by: string };

/** Whether a request takes an event; every one that is left out is a defect of the caller, or a press that comes too late. */
export function takes(request: ConversationRequest, event: RequestEvent['kind']): boolean {
  if (!allowed[event].includes(request.state)) return false;
  // There is nothing left to be sent, looked for or given up; only that it was there after all can still be learnt.
  if (request.forgotten && event !== 'created') return false;
  if (isPlanned(request)) return ofPlanned.has(event) || takesAboutAudience(request, event);
  switch (event) {
    case 'replaced':
      // Its author was asked who would get it, and went back to change it: nothing of it has left.
      return openQuestion(request) !== undefined;
    case 'audience-known':
      return false;
    case 'files-taken':
    case 'target-found':
    case 'people-found':
    case 'not-found':
      // What waits goes on by being resumed.
      return request.state !== 'waiting';
    case 'attempt':
      // Nothing leaves while the last attempt's outcome is open, unless its author ordered it after a complete look.
      return request.state === 'unknown'
        ? request.ordered === true && request.lookComplete === true
        : request.lookFirst !== true;
    case 'audience-asked':
      // What may be posted already is not asked about; what its author has seen only if they saw it when they planned it.
      return request.attempts === 0 && (request.audienceConfirmed !== true || request.audience !== undefined);
    case 'confirmed':
      return openQuestion(request) !== undefined;
    default:
      return true;
  }
}

/** Nothing of what is planned has left: it is made ready, begins, or ends. */
const ofPlanned: ReadonlySet<RequestEvent['kind']> = new Set([
  'target-found',
  'people-found',
  'files-taken',
  'refused',
  'resumed',
  'held-for-author',
  'discard',
  'replaced',
]);

/** Its author is told once who gets what is planned, and answers once if that was a question. */
function takesAboutAudience(request: ConversationRequest, event: RequestEvent['kind']): boolean {
  if (event === 'audience-known') return request.audience === undefined && !request.audienceConfirmed;
  return event === 'confirmed' && openQuestion(request) !== undefined;
}

const open: readonly RequestState[] = ['accepted', 'waiting'];

const allowed: Record<RequestEvent['kind'], readonly RequestState[]> = {
  'target-found': open,
  'people-found': open,
  'audience-asked': ['accepted'],
  'audience-known': ['waiting'],
  // What is planned is made ready before its time.
  'files-taken': ['accepted', 'unknown', 'waiting'],
  // From `sending` after a 401.
  'sign-in-needed': ['accepted', 'waiting', 'sending'],
  'put-off': ['accepted', 'waiting', 'sending'],
  throttled: ['sending'],
  attempt: ['accepted', 'unknown'],
  // A late success always wins.
  created: ['accepted', 'waiting', 'sending', 'unknown', 'discarded'],
  'read-back': ['created'],
  'not-read-back': ['created'],
  'token-refused': ['accepted', 'sending'],
  'marker-refused': ['sending'],
  refused: ['accepted', 'waiting', 'sending'],
  'outcome-unknown': ['sending', 'accepted', 'waiting'],
  'not-found': ['accepted', 'waiting', 'unknown', 'discarded'],
  'not-looked': ['unknown', 'discarded'],
  resumed: ['waiting'],
  'held-for-author': ['waiting'],
  confirmed: ['waiting'],
  'look-again': ['unknown'],
  'send-again': ['unknown'],
  discard: ['unknown', 'waiting', 'refused'],
  replaced: ['waiting'],
};

/**
 * The request after an event, with state, reason and due time in one value so that they are written together. Pure.
 *
 * @throws Error when the request does not take the event (see `takes`).
 */
export function transition(
  request: ConversationRequest,
  event: RequestEvent,
  now: Date,
): ConversationRequest {
  if (!takes(request, event.kind))
    throw new Error(`a request that is ${request.state} takes no ${event.kind}`);
  const { waitingFor: _, dueAt: __, reason: ___, ...rest } = request;
  const still = { ...rest, updatedAt: now };
  switch (event.kind) {
    case 'target-found':
      if (isPlanned(request)) return { ...request, updatedAt: now, target: event.target };
      return { ...still, state: 'accepted', target: event.target, dueAt: now };
    case 'people-found': {
      if (isPlanned(request)) {
        const { typedPeople: ____, ...planned } = request;
        return { ...planned, people: event.people, updatedAt: now };
      }
      const { typedPeople: ____, ...found } = still;
      return { ...found, state: 'accepted', people: event.people, dueAt: now };
    }
    case 'audience-asked': {
      // What was known when it was planned is out of date, and so is what its author said to that.
      const { audience: ____, audienceConfirmed: _____, ...unasked } = still;
      return { ...unasked, state: 'waiting', waitingFor: 'author', reason: event.question };
    }
    case 'audience-known':
      return { ...request, audience: event.audience, updatedAt: now };
    case 'confirmed':
      return confirmed(request, still, now);
    case 'files-taken':
      if (isPlanned(request)) return { ...request, files: event.files, updatedAt: now };
      return { ...request, files: event.files, updatedAt: now, dueAt: now };
    case 'resumed':
      return resumed(request, event, still, now);
    case 'token-refused':
      return { ...still, ...doubt(request), state: 'accepted', tokenRefused: true, dueAt: now };
    case 'marker-refused':
      return { ...still, state: 'accepted', marker: false, dueAt: now };
    case 'sign-in-needed':
      return {
        ...still,
        ...doubt(request),
        state: 'waiting',
        waitingFor: 'sign-in',
        reason: reasonOf(event.error),
        tokenRefused: false,
        signInsAsked: (request.signInsAsked ?? 0) + 1,
      };
    case 'held-for-author':
      return { ...still, state: 'waiting', waitingFor: 'author', ...withReason(request.reason) };
    case 'put-off':
    case 'throttled':
      return {
        ...still,
        state: 'waiting',
        waitingFor: 'time',
        dueAt: event.until,
        reason: reasonOf(event.error),
        ...(event.kind === 'throttled' && { lookFirst: true }),
      };
    case 'attempt':
      // Due at once: if this process dies, whoever takes the row next finds an attempt without an answer.
      return {
        ...still,
        state: 'sending',
        attempts: request.attempts + 1,
        attemptedAt: event.at,
        dueAt: now,
        looks: 0,
        lookComplete: false,
        lookFirst: false,
        ordered: false,
      };
    case 'created':
      return {
        ...still,
        state: 'created',
        created: event.created,
        looks: 0,
        ...withOthers(event.alsoFound),
        ...withDue(event.readBackAt),
      };
    case 'read-back':
      return {
        ...still,
        created: { ...request.created, ...event.created },
        ...withOthers(event.alsoFound),
      };
    case 'not-read-back':
      return { ...still, looks: (request.looks ?? 0) + 1, ...withDue(event.lookAt) };
    case 'refused':
      return { ...still, state: 'refused', reason: reasonOf(event.error) };
    case 'outcome-unknown':
      return {
        ...still,
        state: 'unknown',
        dueAt: event.lookAt,
        lookFirst: false,
        reason: reasonOf(event.error),
      };
    case 'not-found':
      return afterLook({ ...still, ...withReason(request.reason) }, request, event.lookAt, now);
    case 'not-looked':
      return afterNoLook(still, request, event, now);
    case 'look-again':
      return { ...still, dueAt: now, ...withReason(request.reason) };
    case 'send-again':
      return { ...still, dueAt: now, ordered: true, lookComplete: false, ...withReason(request.reason) };
    case 'discard':
      // What may have been posted is looked for to the end; what certainly was not is over.
      return {
        ...still,
        state: 'discarded',
        ordered: false,
        ...(request.state === 'unknown'
          ? withDue(request.dueAt)
          : withDue(request.lookFirst ? now : undefined)),
      };
    case 'replaced':
      return { ...still, state: 'discarded', replacedBy: event.by };
  }
}

/** What is planned keeps its time; anything else is told to go, and from now on it counts as wanted. */
function confirmed(request: ConversationRequest, still: ConversationRequest, now: Date): ConversationRequest {
  if (isPlanned(request)) return { ...request, audienceConfirmed: true, updatedAt: now };
  const postAt = request.postAt === undefined ? {} : { postAt: now };
  return { ...still, ...postAt, state: 'accepted', audienceConfirmed: true, dueAt: now };
}

function resumed(
  request: ConversationRequest,
  { knowing }: { knowing?: true },
  still: ConversationRequest,
  now: Date,
): ConversationRequest {
  const isAnswer = knowing === true && openQuestion(request) !== undefined;
  return {
    ...still,
    ...wantedNow(request, now),
    ...(isAnswer && { audienceConfirmed: true }),
    state: 'accepted',
    dueAt: now,
  };
}

/** What was planned, and came to its time or was told to go: a day of trying begins. */
function wantedNow({ postAt, reason }: ConversationRequest, now: Date): { postAt?: Date } {
  return postAt === undefined || reason !== undefined ? {} : { postAt: now };
}

/** A complete look that found nothing: an open request may be sent now, an unknown one stays what it is. */
function afterLook(
  still: ConversationRequest,
  request: ConversationRequest,
  lookAt: Date | undefined,
  now: Date,
): ConversationRequest {
  const looked = { ...still, looks: (request.looks ?? 0) + 1, lookedAt: now, lookComplete: true };
  if (request.state === 'accepted' || request.state === 'waiting')
    return { ...looked, state: 'accepted', lookFirst: false, dueAt: now };
  return { ...looked, ...withDue(request.ordered ? now : lookAt) };
}

function afterNoLook(
  still: ConversationRequest,
  request: ConversationRequest,
  event: RequestEvent & { kind: 'not-looked' },
  now: Date,
): ConversationRequest {
  return {
    ...still,
    ordered: event.ordered === true && request.ordered === true,
    looks: (request.looks ?? 0) + 1,
    lookedAt: now,
    lookComplete: false,
    reason: reasonOf(event.error),
    ...(event.signIn ? { waitingFor: 'sign-in' } : withDue(event.lookAt)),
  };
}

/** A POST has left and did not succeed: a look before the next. */
function doubt({ state }: ConversationRequest): { lookFirst?: true } {
  return state === 'sending' ? { lookFirst: true } : {};
}

function reasonOf(error: CodedError): Reason {
  return { code: error.code, details: error.details };
}

function withReason(reason: Reason | undefined): { reason?: Reason } {
  return reason === undefined ? {} : { reason };
}

function withOthers(alsoFound: readonly Created[] = []): { alsoFound?: readonly Created[] } {
  return alsoFound.length === 0 ? {} : { alsoFound };
}

function withDue(dueAt: Date | undefined): { dueAt?: Date } {
  return dueAt === undefined ? {} : { dueAt };
}
