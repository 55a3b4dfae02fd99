import type { Audience } from './audience.ts';
import type { CarryOutParts } from './carry-out-parts.ts';
import { findOutsiders } from './find-outsiders.ts';
import type { ConversationRequest } from './request.ts';

/** Nobody waits longer for a number that may not come, in milliseconds. */
const patience = 1_500;

/** Counts who would get a request whose group and people are known. Never throws; what cannot be told is left out. */
export async function countAudience(
  { target, people }: Pick<ConversationRequest, 'target' | 'people'>,
  token: string,
  { directory }: Pick<CarryOutParts, 'directory'>,
): Promise<Audience> {
  if (target.group === undefined) return { outside: [] };
  const { id, mail } = target.group;
  const [{ members, guests }, outside] = await Promise.all([
    directory.audience(token, id, patience),
    findOutsiders(people, mail, { directory, token, deadlineMs: patience }),
  ]);
  return { ...(members !== undefined && { members }), ...(guests !== undefined && { guests }), outside };
}
