import type { CarryOutParts } from './carry-out-parts.ts';
import type { Person } from './person.ts';
import type { ConversationRequest } from './request.ts';
import { writeEvent } from './write-event.ts';

export interface ResumeParts extends CarryOutParts {
  finish(request: ConversationRequest): Promise<unknown>;
  show(id: string): Promise<void>;
}

/** A request that waited longer than this for a sign-in is not sent without asking, in milliseconds. */
const stillMeant = 3_600_000;
/** How many of a person's requests are gone through. */
const limit = 50;

/**
 * Goes on with what waited for a person: requests that could not be sent, and lost answers that could not be looked for.
 * What waited for more than an hour is not posted out of the blue: its author is asked.
 */
export async function resumeAfterSignIn(person: Person, parts: ResumeParts): Promise<void> {
  const { ledger, holder, clock } = parts;
  for (const { id } of await ledger.waitingForSignIn(person)) {
    const request = await ledger.take(id, holder);
    if (request === undefined) continue;
    if (request.waitingFor !== 'sign-in') await ledger.release(id, holder);
    else if (clock.now().getTime() - request.updatedAt.getTime() <= stillMeant) await parts.finish(request);
    else await holdForAuthor(request, parts);
  }
  for (const { id, state, lookComplete } of await ledger.openOf(person, limit)) {
    if (state !== 'unknown' || lookComplete) continue;
    const request = await ledger.take(id, holder);
    if (request === undefined) continue;
    if (request.state === 'unknown')
      await parts.finish(await writeEvent(request, { kind: 'look-again' }, parts));
    else await ledger.release(id, holder);
  }
}

async function holdForAuthor(request: ConversationRequest, parts: ResumeParts): Promise<void> {
  await writeEvent(request, { kind: 'held-for-author' }, parts);
  await parts.ledger.release(request.id, parts.holder);
  await parts.show(request.id);
}
