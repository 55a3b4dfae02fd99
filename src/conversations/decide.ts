import type { CarryOutParts } from './carry-out-parts.ts';
import { CodedError } from './errors/coded-error.ts';
import { putOff } from './put-off.ts';
import { retryAt } from './retry-at.ts';
import type { ConversationRequest } from './request.ts';
import { isResolved, resolveTarget } from './resolve-target.ts';
import type { RequestEvent } from './transition.ts';

/** How the next token is to be asked for, after Graph refused the last one. */
export interface Renewal {
  renew: true;
  claims?: string;
}

/** What to write next, and what follows from it. */
export interface Step {
  event: RequestEvent;
  /** With an `attempt`: the token to post with. */
  token?: string;
  renewal?: Renewal;
}

/** The next step of an accepted request: a token, then the group that was meant, then the attempt. Writes nothing. */
export async function decide(
  request: ConversationRequest,
  renewal: Renewal | undefined,
  parts: CarryOutParts,
): Promise<Step> {
  const answer = await parts.tokens.graphToken(request.author, renewal);
  if (answer.kind === 'sign-in') return { event: { kind: 'sign-in-needed', error: answer.error } };
  if (answer.kind === 'wait') return { event: putOff(request, answer.error, parts, answer.until) };
  if (isResolved(request.kind, request.target)) return { event: { kind: 'attempt' }, token: answer.token };
  try {
    const target = await resolveTarget(parts.directory, answer.token, request.kind, request.target);
    return { event: { kind: 'target-found', target } };
  } catch (error) {
    if (error instanceof CodedError) return afterFailedSearch(request, error, renewal, parts);
    throw error;
  }
}

function afterFailedSearch(
  request: ConversationRequest,
  error: CodedError,
  renewal: Renewal | undefined,
  parts: CarryOutParts,
): Step {
  switch (error.code) {
    case 'SIGN_IN_EXPIRED':
      return refusedToken(error, renewal);
    case 'GRAPH_THROTTLED':
    case 'GRAPH_UNREACHABLE':
      return { event: putOff(request, error, parts, retryAt(error.details['retryAfterMs'], parts)) };
    default:
      return { event: { kind: 'refused', error } };
  }
}

/** Graph refused the token: one fresh one is tried, then the person is asked. */
export function refusedToken(
  error: CodedError,
  renewal: Renewal | undefined,
  claims: string | undefined = error.details['claims'],
): Step {
  if (renewal !== undefined) return { event: { kind: 'sign-in-needed', error } };
  return {
    event: { kind: 'token-refused' },
    renewal: { renew: true, ...(claims !== undefined && { claims }) },
  };
}
