import { inTime } from '../../conversations/in-time.ts';
import type { Person } from '../../conversations/person.ts';
import type { GroupChoicesParts } from './group-choices.ts';

/** A card is shown without the name rather than late, in milliseconds. */
const patience = 1_500;

/** The name of a group that was chosen in a form by its id; what stands there otherwise, and where nobody knows it. */
export async function groupName(person: Person, chosen: string, parts: GroupChoicesParts): Promise<string> {
  if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(chosen)) return chosen;
  return (await inTime(ask(person, chosen, parts), { timer: parts.timer, patience })) ?? chosen;
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
