import { CodedError } from '../conversations/errors/coded-error.ts';
import type { ErrorCode } from '../conversations/errors/error-table.ts';
import type { PersonSummary } from '../conversations/ports/directory.ts';
import type { GraphConnection } from './graph-connection.ts';
import { peopleNotReadable } from './people-not-readable.ts';
import { searchKnownPeople } from './search-known-people.ts';
import { searchUsers } from './search-users.ts';

/** Errors that pass, or that a sign-in cures: an answer without that part could miss somebody. */
const passing: ReadonlySet<ErrorCode> = new Set(['SIGN_IN_EXPIRED', 'GRAPH_THROTTLED', 'GRAPH_UNREACHABLE']);

/**
 * People whose name fits: those whom the person knows first, then everybody of the organisation, each address once.
 *
 * @throws CodedError PEOPLE_NOT_READABLE when neither may be asked, and what passes, as `readError` says.
 */
export async function findPeopleByName(
  connection: GraphConnection,
  token: string,
  { name, limit }: { name: string; limit: number },
): Promise<PersonSummary[]> {
  if (!/[\p{L}\p{N}]/u.test(name)) return [];
  const answers = await Promise.allSettled([
    searchKnownPeople(connection, token, { name, limit }),
    searchUsers(connection, token, { name, limit }),
  ]);
  const errors: unknown[] = answers.flatMap((answer) =>
    answer.status === 'rejected' ? [answer.reason as unknown] : [],
  );
  const serious = errors.find((error) => !(error instanceof CodedError) || passing.has(error.code));
  if (serious !== undefined) throw serious;
  if (errors.length === answers.length) {
    const refused = errors.map(peopleNotReadable);
    throw (
      refused.find((error) => error instanceof CodedError && error.code === 'PEOPLE_NOT_READABLE') ??
      refused[0]
    );
  }
  const found = answers.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
  const byMail = new Map(found.toReversed().map((person) => [person.mail.toLowerCase(), person]));
  const mails = new Set(found.map(({ mail }) => mail.toLowerCase()));
  return [...mails].flatMap((mail) => byMail.get(mail) ?? []).slice(0, limit);
}
