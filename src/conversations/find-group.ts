import { CodedError } from './errors/coded-error.ts';
import { isObjectId } from './is-object-id.ts';
import type { Directory, GroupSummary } from './ports/directory.ts';

const address = /^[^\s@]+@[^\s@]+$/;
/** How many candidates are looked at; more would not fit a list that a person reads. */
const candidateLimit = 15;

/**
 * The one group that was meant by a name, mail address or id: the person's own groups first, and only an exact match.
 *
 * @throws CodedError GROUP_NOT_FOUND, GROUP_GONE, GROUP_AMBIGUOUS, GROUP_NEAR or GROUP_WITHOUT_MAILBOX, and what the directory throws.
 */
export async function findGroup(
  directory: Directory,
  token: string,
  typed: string,
): Promise<Required<Pick<GroupSummary, 'id' | 'name' | 'mail'>>> {
  const wanted = typed.trim();
  const found = await exactMatches(directory, token, wanted);
  const withMailbox = found.filter(isPostable);
  const own = withMailbox.filter((group) => group.own);
  const [first, ...others] = own.length > 0 ? own : withMailbox;
  if (first !== undefined && others.length === 0) return first;
  if (first !== undefined) throw new CodedError('GROUP_AMBIGUOUS', { group: wanted });
  if (found[0] !== undefined) throw new CodedError('GROUP_WITHOUT_MAILBOX', { group: found[0].name });
  // An id says nothing to a person.
  if (isObjectId(wanted)) throw new CodedError('GROUP_GONE');
  const near = await findCandidates(directory, token, wanted);
  throw new CodedError(near.length > 0 ? 'GROUP_NEAR' : 'GROUP_NOT_FOUND', { group: wanted });
}

/** Microsoft 365 groups that may have been meant: exact, own and near ones, best first, at most 15. */
export async function findCandidates(
  directory: Directory,
  token: string,
  typed: string,
): Promise<GroupSummary[]> {
  const wanted = typed.trim();
  const own = await directory.ownGroups(token, { query: wanted, limit: candidateLimit });
  const others = wanted === '' ? [] : await directory.groupsByName(token, wanted, candidateLimit);
  const byId = new Map([...own, ...others].toReversed().map((group) => [group.id, group]));
  const rank = (group: GroupSummary): number => (sameName(group, wanted) ? 0 : 2) + (group.own ? 0 : 1);
  return [...byId.values()]
    .filter(isPostable)
    .toSorted((one, other) => rank(one) - rank(other) || one.name.localeCompare(other.name))
    .slice(0, candidateLimit);
}

async function exactMatches(directory: Directory, token: string, wanted: string): Promise<GroupSummary[]> {
  if (isObjectId(wanted)) {
    const group = await directory.groupById(token, wanted.toLowerCase());
    return group === undefined ? [] : [group];
  }
  if (address.test(wanted)) {
    const groups = await directory.groupsByMail(token, wanted);
    if (groups.length > 0) return groups;
  }
  const own = (await directory.ownGroups(token, { query: wanted, limit: candidateLimit })).filter((group) =>
    sameName(group, wanted),
  );
  if (own.some(isPostable)) return own;
  const all = await directory.groupsByName(token, wanted, candidateLimit);
  return [...own, ...all].filter((group) => sameName(group, wanted));
}

function sameName(group: GroupSummary, wanted: string): boolean {
  return fold(group.name) === fold(wanted) || group.mail?.toLowerCase() === wanted.toLowerCase();
}

function fold(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function isPostable(group: GroupSummary): group is GroupSummary & { mail: string } {
  return group.type === 'microsoft365' && group.mail !== undefined;
}
