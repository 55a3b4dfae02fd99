import type { CarryOutParts } from '../carry-out-parts.ts';
import { countAudience } from '../count-audience.ts';
import { filesStep } from '../decide.ts';
import { CodedError } from '../errors/coded-error.ts';
import type { ErrorCode } from '../errors/error-table.ts';
import { findPeople } from '../find-people.ts';
import { nameGroup } from '../name-group.ts';
import type { ConversationRequest } from '../request.ts';
import { isResolved, resolveTarget } from '../resolve-target.ts';
import type { RequestEvent } from '../transition.ts';
import { HoldLost, writeEvent } from '../write-event.ts';
import { isPlanned } from './is-planned.ts';
import { isPrepared } from './is-prepared.ts';
import { keepFiles } from './keep-files.ts';

/** What passes by itself, or with a sign-in, until the time has come. */
const passing: ReadonlySet<ErrorCode> = new Set([
  'GRAPH_THROTTLED',
  'GRAPH_UNREACHABLE',
  'SIGN_IN_EXPIRED',
  'READ_PERMISSION_MISSING',
]);

/**
 * What can be done at once for a planned request that this instance holds: files are fetched while their addresses last,
 * and group, conversation and people are looked up, so that a wrong name is said, and a large audience asked about, now
 * and not on Monday at nine. Whatever else fails is left for then. Sends nothing.
 *
 * @returns the request as last written; it is given back by then
 */
export async function preparePlan(
  request: ConversationRequest,
  parts: CarryOutParts,
): Promise<ConversationRequest> {
  let current = request;
  try {
    const files = await filesStep(current, parts);
    if (files !== undefined) current = await writeEvent(current, files, parts);
    await keepFiles(current, parts.fileStore);
    for (;;) {
      const event = await lookUpStep(current, parts);
      if (event === undefined) break;
      current = await writeEvent(current, event, parts);
    }
  } catch (error) {
    if (!(error instanceof HoldLost))
      parts.log.error({ request: request.id, error }, 'what is planned could not be prepared');
    current = (await parts.ledger.find(request.id)) ?? current;
  } finally {
    await parts.ledger.release(request.id, parts.holder);
  }
  return current;
}

/** What is still to be looked up; undefined when nothing is left, or nothing can be done about it now. */
async function lookUpStep(
  request: ConversationRequest,
  { tokens, directory }: CarryOutParts,
): Promise<RequestEvent | undefined> {
  if (!isPlanned(request) || isPrepared(request)) return undefined;
  const { author, kind, target, typedPeople } = request;
  const answer = await tokens.graphToken(author);
  if (answer.kind !== 'token') return undefined;
  try {
    if (!isResolved(kind, target))
      return { kind: 'target-found', target: await resolveTarget(directory, answer.token, kind, target) };
    if (typedPeople !== undefined)
      return { kind: 'people-found', people: await findPeople(directory, answer.token, request) };
    return { kind: 'audience-known', audience: await countAudience(request, answer.token, { directory }) };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    return passing.has(error.code) ? undefined : { kind: 'refused', error: nameGroup(error, request) };
  }
}
