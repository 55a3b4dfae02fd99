import { manyMembers, type Audience } from './audience.ts';
import type { ErrorCode } from './errors/error-table.ts';
import type { Reason, Recipient } from './request.ts';

/** So many names are said; the count says the rest. */
const named = 5;

/**
 * What its author is asked before a request is posted: when the group has more than 100 members or guests among them, or
 * somebody else who gets it is outside the organisation. Undefined when there is nothing to ask, or nobody could tell.
 *
 * @param group its name
 * @returns the question that says the most; the details of the others are with it (`members`, `guests`, `outside`, `names`)
 */
export function audienceQuestion(
  { members = 0, guests = 0, outside }: Audience,
  group: string,
): Reason | undefined {
  const codes: ErrorCode[] = [
    ...(members > manyMembers ? (['MANY_MEMBERS'] as const) : []),
    ...(guests > 0 ? (['OUTSIDE_MEMBERS'] as const) : []),
    ...(outside.length > 0 ? (['OUTSIDE_PEOPLE'] as const) : []),
  ];
  const [code] = codes;
  if (code === undefined) return undefined;
  const details = {
    group,
    ...(members > manyMembers && { members: String(members) }),
    ...(guests > 0 && { guests: String(guests) }),
    ...(outside.length > 0 && { outside: String(outside.length), names: namesOf(outside) }),
  };
  return { code, details };
}

function namesOf(people: readonly Recipient[]): string {
  const names = people.slice(0, named).map(({ name, address }) => (name ? `${name} (${address})` : address));
  return [...names, ...(people.length > named ? ['…'] : [])].join(', ');
}
