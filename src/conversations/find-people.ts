import { findPerson } from './find-person.ts';
import type { Directory } from './ports/directory.ts';
import type { ConversationRequest, Recipient } from './request.ts';

/** So many are looked for at once. */
const atOnce = 5;

/**
 * Everybody whom a request names, each address once: those with an address, then those who were named or chosen.
 *
 * @throws CodedError what `findPerson` throws about the first who is not found
 */
export async function findPeople(
  directory: Directory,
  token: string,
  { people, typedPeople = [] }: Pick<ConversationRequest, 'people' | 'typedPeople'>,
): Promise<Recipient[]> {
  const found: Recipient[] = [];
  for (let at = 0; at < typedPeople.length; at += atOnce) {
    const some = typedPeople.slice(at, at + atOnce);
    const each = await Promise.all(some.map((typed) => findPerson(directory, token, typed, people)));
    found.push(...each);
  }
  const byAddress = new Map<string, Recipient>();
  for (const person of [...people, ...found]) {
    const key = person.address.toLowerCase();
    if (!byAddress.has(key)) byAddress.set(key, person);
  }
  return [...byAddress.values()];
}
