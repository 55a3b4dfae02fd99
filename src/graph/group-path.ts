import { CodedError } from '../conversations/errors/coded-error.ts';
import type { GraphVersion } from '../config/configuration.ts';
import { pathSegment } from './path-segment.ts';

/**
 * How a group is addressed. The last two come from old reference pages and exist in the beta schema only; they name
 * the same group, and nothing in Kickoff needs them.
 */
export type GroupAddress =
  | { kind: 'group'; groupId: string }
  | { kind: 'joined-group'; personId: string; groupId: string }
  | { kind: 'drive-owner-group'; groupId: string };

/**
 * The path of a group, below the version.
 *
 * @throws CodedError ADDRESS_NEEDS_BETA on v1.0, whose schema has no `joinedGroups`.
 */
export function groupPath(address: GroupAddress, version: GraphVersion): string {
  const group = pathSegment(address.groupId);
  if (address.kind === 'group') return `/groups/${group}`;
  if (version !== 'beta') throw new CodedError('ADDRESS_NEEDS_BETA');
  return address.kind === 'joined-group'
    ? `/users/${pathSegment(address.personId)}/joinedGroups/${group}`
    : `/drive/root/createdByUser/joinedGroups/${group}`;
}
