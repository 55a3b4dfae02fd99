import { CodedError } from './errors/coded-error.ts';
import { isObjectId } from './is-object-id.ts';
import type { Directory, PersonSummary } from './ports/directory.ts';
import type { Recipient } from './request.ts';

/** How many candidates are looked at; more would not fit a list that a person reads. */
const candidateLimit = 15;

/**
 * The one person who was meant by an object id or a name. A name means somebody who is called exactly so or, if nobody is,
 * the only one who has all its words in their name. Of several, it means one whose address is given besides: that is how a
 * form that asked back is answered.
 *
 * @param given people with an address in the same request
 * @throws CodedError PERSON_NOT_FOUND, PERSON_AMBIGUOUS, PERSON_NEAR, PERSON_GONE, PERSON_WITHOUT_ADDRESS or
 *   PEOPLE_NOT_READABLE, and what the directory throws
 */
export async function findPerson(
  directory: Directory,
  token: string,
  typed: string,
  given: readonly Recipient[] = [],
): Promise<Recipient> {
  if (isObjectId(typed)) return byId(directory, token, typed);
  const found = await directory.peopleByName(token, typed, candidateLimit);
  const addresses = new Set(given.map(({ address }) => address.toLowerCase()));
  const chosen = found.find(({ mail }) => addresses.has(mail.toLowerCase()));
  if (chosen !== undefined) return recipient(chosen);
  const exact = found.filter(({ name }) => fold(name) === fold(typed));
  const fitting = exact.length > 0 ? exact : found.filter(({ name }) => hasWords(name, typed));
  const [only, ...others] = fitting;
  if (only !== undefined && others.length === 0) return recipient(only);
  if (only !== undefined) throw new CodedError('PERSON_AMBIGUOUS', { person: typed });
  throw new CodedError(found.length > 0 ? 'PERSON_NEAR' : 'PERSON_NOT_FOUND', { person: typed });
}

async function byId(directory: Directory, token: string, id: string): Promise<Recipient> {
  const person = await directory.personById(token, id.toLowerCase());
  if (person === undefined) throw new CodedError('PERSON_GONE');
  const { name, mail } = person;
  if (mail === undefined) throw new CodedError('PERSON_WITHOUT_ADDRESS', { person: name });
  return recipient({ name, mail });
}

function recipient({ name, mail }: PersonSummary): Recipient {
  return name === '' ? { address: mail } : { address: mail, name };
}

function hasWords(name: string, typed: string): boolean {
  const words = new Set(wordsOf(name));
  const wanted = wordsOf(typed);
  return wanted.length > 0 && wanted.every((word) => words.has(word));
}

function wordsOf(name: string): string[] {
  return fold(name)
    .split(/[^\p{L}\p{M}\p{N}'’-]+/u)
    .filter((word) => word !== '');
}

function fold(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}
