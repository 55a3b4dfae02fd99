import type { CarryOutParts } from './carry-out-parts.ts';
import { countAudience } from './count-audience.ts';
import { CodedError } from './errors/coded-error.ts';
import { fileLimits } from './file-limits.ts';
import { findPeople } from './find-people.ts';
import { look, notLooked } from './look.ts';
import { nameGroup } from './name-group.ts';
import type { TokenAnswer } from './ports/tokens.ts';
import { putOff } from './put-off.ts';
import { questionBeforePosting } from './question-before-posting.ts';
import type { ConversationRequest } from './request.ts';
import { isResolved, resolveTarget } from './resolve-target.ts';
import { retryAt } from './retry-at.ts';
import { isPlanned } from './schedule/is-planned.ts';
import { takeFiles } from './take-files.ts';
import { textBytes } from './text-bytes.ts';
import { takes, type RequestEvent } from './transition.ts';

/** How the next token is to be asked for, after Graph refused the last one. */
export interface Renewal {
  renew: true;
  claims?: string;
}

/** What to do next. */
export type Step =
  | { kind: 'write'; event: RequestEvent; renewal?: Renewal }
  /** Nothing to write: the same again with a fresh token. */
  | { kind: 'renew'; renewal: Renewal }
  /** Everything is known: commit to an attempt, and post with this token. */
  | { kind: 'post'; token: string };

/** The next step of a request that is accepted, or whose outcome is unknown. Writes nothing but claims on found posts. */
export async function decide(
  request: ConversationRequest,
  renewal: Renewal | undefined,
  parts: CarryOutParts,
): Promise<Step> {
  const event = await filesStep(request, parts);
  if (event !== undefined) return { kind: 'write', event };
  const answer = await parts.tokens.graphToken(request.author, renewal);
  if (answer.kind !== 'token') return { kind: 'write', event: withoutToken(request, answer, parts) };
  if (request.state === 'unknown' && request.ordered && request.lookComplete)
    return { kind: 'post', token: answer.token };
  if (request.state !== 'accepted' || request.lookFirst)
    return lookStep(request, answer.token, renewal, parts);
  try {
    const event = await openStep(request, answer.token, parts);
    return event === undefined ? { kind: 'post', token: answer.token } : { kind: 'write', event };
  } catch (error) {
    if (error instanceof CodedError) return afterFailedSearch(request, error, renewal, parts);
    throw error;
  }
}

/** What has to be known, or asked, before anything is posted; undefined when nothing is left. */
async function openStep(
  request: ConversationRequest,
  token: string,
  parts: CarryOutParts,
): Promise<RequestEvent | undefined> {
  const { directory } = parts;
  if (!isResolved(request.kind, request.target))
    return {
      kind: 'target-found',
      target: await resolveTarget(directory, token, request.kind, request.target),
    };
  if (request.typedPeople !== undefined)
    return { kind: 'people-found', people: await findPeople(directory, token, request) };
  if (!takes(request, 'audience-asked')) return undefined;
  const question = questionBeforePosting(request, await countAudience(request, token, parts));
  return question && { kind: 'audience-asked', question };
}

/** Files that are only known by their address are fetched first: that address does not last as long as a sign-in may. */
export async function filesStep(
  request: ConversationRequest,
  parts: CarryOutParts,
): Promise<RequestEvent | undefined> {
  const { state, author, body, files = [] } = request;
  if (!(state === 'accepted' || isPlanned(request)) || files.every((file) => file.state !== 'fetching'))
    return undefined;
  const options = { author, textBytes: textBytes(body.content), deadlineMs: fileLimits.fetchMs, last: true };
  return { kind: 'files-taken', files: await takeFiles(files, options, parts) };
}

function withoutToken(
  request: ConversationRequest,
  answer: Exclude<TokenAnswer, { kind: 'token' }>,
  parts: CarryOutParts,
): RequestEvent {
  // An unknown outcome stays one; only the look has to wait.
  if (request.state !== 'accepted')
    return answer.kind === 'sign-in'
      ? { kind: 'not-looked', error: answer.error, lookAt: undefined, signIn: true }
      : notLooked(request, answer.error, parts);
  if (answer.kind === 'sign-in') return { kind: 'sign-in-needed', error: answer.error };
  return putOff(request, answer.error, parts, answer.until);
}

async function lookStep(
  request: ConversationRequest,
  token: string,
  renewal: Renewal | undefined,
  parts: CarryOutParts,
): Promise<Step> {
  const { event, unauthorized } = await look(request, token, parts);
  if (unauthorized?.kind !== 'incomplete') return { kind: 'write', event };
  if (renewal === undefined) return { kind: 'renew', renewal: renewalWith(unauthorized.claims) };
  if (request.state === 'accepted')
    return refusedToken(request, unauthorized.error, renewal, unauthorized.claims);
  const { error } = unauthorized;
  return { kind: 'write', event: { kind: 'not-looked', error, lookAt: undefined, signIn: true } };
}

function afterFailedSearch(
  request: ConversationRequest,
  error: CodedError,
  renewal: Renewal | undefined,
  parts: CarryOutParts,
): Step {
  switch (error.code) {
    case 'SIGN_IN_EXPIRED':
      return refusedToken(request, error, renewal, error.details['claims']);
    case 'GRAPH_THROTTLED':
    case 'GRAPH_UNREACHABLE':
      return {
        kind: 'write',
        event: putOff(request, error, parts, retryAt(error.details['retryAfterMs'], parts)),
      };
    default:
      return { kind: 'write', event: { kind: 'refused', error: nameGroup(error, request) } };
  }
}

/** Graph refused the token: one fresh one is tried, then the person is asked. */
export function refusedToken(
  request: ConversationRequest,
  error: CodedError,
  renewal: Renewal | undefined,
  claims: string | undefined,
): Extract<Step, { kind: 'write' }> {
  if (renewal !== undefined || request.tokenRefused)
    return { kind: 'write', event: { kind: 'sign-in-needed', error } };
  return { kind: 'write', event: { kind: 'token-refused' }, renewal: renewalWith(claims) };
}

function renewalWith(claims: string | undefined): Renewal {
  return { renew: true, ...(claims !== undefined && { claims }) };
}
