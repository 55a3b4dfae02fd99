import type { PersonSummary } from '../conversations/ports/directory.ts';
import type { GraphConnection } from './graph-connection.ts';
import { odataQuery } from './odata-query.ts';
import { readGraph } from './read-graph.ts';

/**
 * GET /me/people?$search="…": people whom the person knows and whose name or address fits, the most relevant first. Needs
 * People.Read; not in the cloud of China (learn.microsoft.com/graph people-example).
 *
 * @throws CodedError as `readError` says.
 */
export async function searchKnownPeople(
  connection: GraphConnection,
  token: string,
  { name, limit }: { name: string; limit: number },
): Promise<PersonSummary[]> {
  const query = odataQuery({ $search: `"${name.replaceAll(/["\\]/g, ' ')}"`, $top: limit });
  const { value } = await readGraph(connection, { path: `/me/people${query}`, token });
  return Array.isArray(value) ? value.flatMap(personOf) : [];
}

function personOf(person: unknown): PersonSummary[] {
  const { displayName, scoredEmailAddresses, personType } = (person ?? {}) as {
    displayName?: unknown;
    scoredEmailAddresses?: unknown;
    personType?: { class?: unknown } | null;
  };
  const addresses = Array.isArray(scoredEmailAddresses) ? scoredEmailAddresses : [];
  const mail: unknown = (addresses[0] as { address?: unknown } | undefined)?.address;
  // Groups and rooms are among them; who has no class is taken for a person.
  const isPerson = typeof personType?.class !== 'string' || personType.class.toLowerCase() === 'person';
  if (!isPerson || typeof displayName !== 'string' || typeof mail !== 'string' || mail === '') return [];
  return [{ name: displayName, mail }];
}
