import type { CodedError } from './errors/coded-error.ts';
import type { ConversationRequest, Created, Reason, RequestState, Target } from './request.ts';

/** Everything that can happen to a request. */
export type RequestEvent =
  /** The group (and conversation) meant by what was typed is known now. */
  | { kind: 'target-found'; target: Target }
  | { kind: 'sign-in-needed'; error: CodedError }
  /** Nothing was sent, or nothing can have been created: go on at `until`. */
  | { kind: 'put-off'; until: Date; error: CodedError }
  /** An attempt is committed to; the POST may leave now. */
  | { kind: 'attempt' }
  | { kind: 'created'; created: Created }
  /** 401: this attempt created nothing. */
  | { kind: 'token-refused' }
  | { kind: 'marker-refused' }
  | { kind: 'refused'; error: CodedError }
  /** The answer is lost, or says nothing about what happened. */
  | { kind: 'outcome-unknown'; error: CodedError }
  /** The person signed in, or the time has come. */
  | { kind: 'resumed' };

const openStates: readonly RequestState[] = ['accepted', 'waiting'];

/** Which events a state takes; anything else is a defect of the caller. */
const allowed: Record<RequestEvent['kind'], readonly RequestState[]> = {
  'target-found': openStates,
  // From `sending` after a 401, which creates nothing.
  'sign-in-needed': ['accepted', 'waiting', 'sending'],
  'put-off': ['accepted', 'waiting', 'sending'],
  attempt: openStates,
  // A late 2xx always wins.
  created: ['sending', 'unknown', 'discarded'],
  'token-refused': ['accepted', 'sending'],
  'marker-refused': ['sending'],
  refused: ['accepted', 'waiting', 'sending'],
  'outcome-unknown': ['sending'],
  resumed: ['waiting'],
};

/**
 * The request after an event, with state, reason and due time in one value so that they are written together. Pure.
 *
 * @throws Error when the state does not take the event.
 */
export function transition(
  request: ConversationRequest,
  event: RequestEvent,
  now: Date,
): ConversationRequest {
  if (!allowed[event.kind].includes(request.state))
    throw new Error(`a request that is ${request.state} takes no ${event.kind}`);
  const { waitingFor: _, dueAt: __, reason: ___, ...rest } = request;
  const still = { ...rest, updatedAt: now };
  switch (event.kind) {
    case 'target-found':
      return { ...still, state: 'accepted', target: event.target, dueAt: now };
    case 'resumed':
    case 'token-refused':
      return { ...still, state: 'accepted', dueAt: now };
    case 'marker-refused':
      return { ...still, state: 'accepted', marker: false, dueAt: now };
    case 'sign-in-needed':
      return {
        ...still,
        state: 'waiting',
        waitingFor: 'sign-in',
        reason: reasonOf(event.error),
        signInsAsked: (request.signInsAsked ?? 0) + 1,
      };
    case 'put-off':
      return {
        ...still,
        state: 'waiting',
        waitingFor: 'time',
        dueAt: event.until,
        reason: reasonOf(event.error),
      };
    case 'attempt':
      // Due at once: if this process dies, whoever takes the row next finds an attempt without an answer.
      return { ...still, state: 'sending', attempts: request.attempts + 1, attemptedAt: now, dueAt: now };
    case 'created':
      return { ...still, state: 'created', created: event.created };
    case 'refused':
      return { ...still, state: 'refused', reason: reasonOf(event.error) };
    case 'outcome-unknown':
      return { ...still, state: 'unknown', reason: reasonOf(event.error) };
  }
}

function reasonOf(error: CodedError): Reason {
  return { code: error.code, details: error.details };
}
