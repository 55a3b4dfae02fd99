import { findPerson } from '../../conversations/find-person.ts';
import { CodedError } from '../../conversations/errors/coded-error.ts';
import { inTime } from '../../conversations/in-time.ts';
import { isObjectId } from '../../conversations/is-object-id.ts';
import type { Person } from '../../conversations/person.ts';
import type { PersonSummary } from '../../conversations/ports/directory.ts';
import type { Choice } from '../cards/adaptive-card.ts';
import { parseRecipients } from '../commands/parse-recipients.ts';
import type { GroupChoicesParts } from './group-choices.ts';

/** A form is shown without candidates rather than late, in milliseconds. */
const patience = 2_000;
/** So many unclear names of a form get candidates, and so many each. */
const names = 3;
const ofEach = 10;

/**
 * Candidates for the names in a form that mean nobody in particular: who was meant is chosen among them, by address. Names that
 * are clear get none. Never throws.
 */
export async function personChoices(
  person: Person,
  people: string,
  parts: GroupChoicesParts,
): Promise<Choice[]> {
  const parsed = parseRecipients(people);
  const unclear = parsed.names.filter((name) => !isObjectId(name)).slice(0, names);
  if (unclear.length === 0) return [];
  const search = async (): Promise<Choice[]> => {
    const answer = await parts.tokens.graphToken(person);
    if (answer.kind !== 'token') return [];
    const found = await Promise.all(
      unclear.map((name) => candidates(name, parsed.recipients, answer.token, parts)),
    );
    const byMail = new Map(found.flat().map((each) => [each.mail.toLowerCase(), each]));
    return [...byMail.values()].map(({ name, mail }) => ({ title: `${name} (${mail})`, value: mail }));
  };
  const found = search().catch((error: unknown) => {
    parts.log.warn({ error }, 'people could not be looked up for a form');
    return [];
  });
  return (await inTime(found, { timer: parts.timer, patience })) ?? [];
}

async function candidates(
  name: string,
  given: Parameters<typeof findPerson>[3],
  token: string,
  { directory }: GroupChoicesParts,
): Promise<PersonSummary[]> {
  try {
    await findPerson(directory, token, name, given);
    return [];
  } catch (error) {
    const asksBack =
      error instanceof CodedError && (error.code === 'PERSON_AMBIGUOUS' || error.code === 'PERSON_NEAR');
    if (!asksBack) throw error;
    return directory.peopleByName(token, name, ofEach);
  }
}
