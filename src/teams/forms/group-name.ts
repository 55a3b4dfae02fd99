import { inTime } from '../../conversations/in-time.ts';
import { isObjectId } from '../../conversations/is-object-id.ts';
import type { Person } from '../../conversations/person.ts';
import type { GroupChoicesParts } from './group-choices.ts';

/** A card is shown without the name rather than late, in milliseconds. */
const patience = 1_500;

/** The name of a group that was chosen in a form by its id; what stands there otherwise. Undefined where nobody knows the id. */
export async function groupName(
  person: Person,
  chosen: string,
  parts: GroupChoicesParts,
): Promise<string | undefined> {
  if (!isObjectId(chosen)) return chosen;
  return inTime(ask(person, chosen, parts), { timer: parts.timer, patience });
}

async function ask(
  person: Person,
  id: string,
  { tokens, directory, log }: GroupChoicesParts,
): Promise<string | undefined> {
  try {
    const answer = await tokens.graphToken(person);
    return answer.kind === 'token' ? (await directory.groupById(answer.token, id))?.name : undefined;
  } catch (error) {
    log.warn({ error }, 'the name of a group could not be read for a preview');
    return undefined;
  }
}
