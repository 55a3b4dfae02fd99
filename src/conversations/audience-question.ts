import { manyMembers } from './audience.ts';
import type { CarryOutParts } from './carry-out-parts.ts';
import { CodedError } from './errors/coded-error.ts';
import type { ErrorCode } from './errors/error-table.ts';
import type { GroupAudience } from './ports/directory.ts';
import type { ConversationRequest, Recipient } from './request.ts';

/** Nobody waits longer for a number that may not come, in milliseconds. */
const patience = 1_500;
/** So many names are said; the count says the rest. */
const named = 5;
const noDomains: readonly string[] = [];

/**
 * What its author is asked before a request is posted: when the group has more than 100 members or guests among them, or
 * somebody else who gets it is outside the organisation. Undefined when there is nothing to ask, or nobody could tell.
 *
 * @returns the error that says the most; the details of the others are with it (`members`, `guests`, `outside`, `names`)
 */
export async function audienceQuestion(
  { target, people }: Pick<ConversationRequest, 'target' | 'people'>,
  token: string,
  { directory }: Pick<CarryOutParts, 'directory'>,
): Promise<CodedError | undefined> {
  if (target.group === undefined) return undefined;
  const { id, name, mail } = target.group;
  const strange = people.filter(({ address }) => domainOf(address) !== domainOf(mail));
  const [audience, domains] = await Promise.all([
    directory.audience(token, id, patience),
    strange.length === 0 ? noDomains : directory.ownDomains(token, patience),
  ]);
  const outside = strange.filter(({ address }) => !domains.includes(domainOf(address)));
  return question(audience, outside, name);
}

function question(
  { members = 0, guests = 0 }: GroupAudience,
  outside: readonly Recipient[],
  group: string,
): CodedError | undefined {
  const codes: ErrorCode[] = [
    ...(members > manyMembers ? (['MANY_MEMBERS'] as const) : []),
    ...(guests > 0 ? (['OUTSIDE_MEMBERS'] as const) : []),
    ...(outside.length > 0 ? (['OUTSIDE_PEOPLE'] as const) : []),
  ];
  const [first] = codes;
  if (first === undefined) return undefined;
  return new CodedError(first, {
    group,
    ...(members > manyMembers && { members: String(members) }),
    ...(guests > 0 && { guests: String(guests) }),
    ...(outside.length > 0 && { outside: String(outside.length), names: namesOf(outside) }),
  });
}

function namesOf(people: readonly Recipient[]): string {
  const names = people.slice(0, named).map(({ name, address }) => (name ? `${name} (${address})` : address));
  return [...names, ...(people.length > named ? ['…'] : [])].join(', ');
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
