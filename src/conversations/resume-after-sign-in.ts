import type { CarryOutParts } from './carry-out-parts.ts';
import type { Person } from './person.ts';
import type { ConversationRequest } from './request.ts';
import { isPlanned } from './schedule/is-planned.ts';
import { isPrepared } from './schedule/is-prepared.ts';

export interface ResumeParts extends CarryOutParts {
  finish(request: ConversationRequest): Promise<unknown>;
  /** Makes what is planned ready. */
  prepare(request: ConversationRequest): Promise<unknown>;
}

/** How many of a person's open requests are gone through. */
const most = 20;

/**
 * Goes on with what waited for a person: requests that could not be sent, lost answers that nobody could look for, and
 * what is planned and could not be looked up yet.
 */
export async function resumeAfterSignIn(person: Person, parts: ResumeParts): Promise<void> {
  const { ledger, holder } = parts;
  for (const { id } of await ledger.waitingForSignIn(person)) {
    const request = await ledger.take(id, holder);
    if (request?.waitingFor === 'sign-in') await parts.finish(request);
    else if (request !== undefined) await ledger.release(id, holder);
  }
  const unprepared = (await ledger.openOf(person, most)).filter(
    (each) => isPlanned(each) && !isPrepared(each),
  );
  for (const { id } of unprepared) {
    const request = await ledger.take(id, holder);
    if (request !== undefined) await parts.prepare(request);
  }
}
