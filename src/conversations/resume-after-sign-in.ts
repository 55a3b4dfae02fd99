import type { CarryOutParts } from './carry-out-parts.ts';
import type { Person } from './person.ts';
import type { ConversationRequest } from './request.ts';

export interface ResumeParts extends CarryOutParts {
  finish(request: ConversationRequest): Promise<unknown>;
}

/** Goes on with what waited for a person: requests that could not be sent, and lost answers that nobody could look for. */
export async function resumeAfterSignIn(person: Person, parts: ResumeParts): Promise<void> {
  const { ledger, holder } = parts;
  for (const { id } of await ledger.waitingForSignIn(person)) {
    const request = await ledger.take(id, holder);
    if (request?.waitingFor === 'sign-in') await parts.finish(request);
    else if (request !== undefined) await ledger.release(id, holder);
  }
}
