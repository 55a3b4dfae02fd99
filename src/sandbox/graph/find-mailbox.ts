import type { SandboxGroup, SandboxPerson } from '../tenant/tenant.ts';
import { findGroup } from './find-group.ts';
import type { Caller, GraphContext } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';

type Purpose = 'read' | 'write' | 'delete';

/**
 * The group whose mailbox the caller wants to read, write or delete from.
 *
 * @throws GraphRefusal 404 without such a group or without a mailbox, 403 when the person may not.
 */
export function findMailbox(
  { tenant }: GraphContext,
  caller: Caller,
  groupId: string | undefined,
  purpose: Purpose,
): SandboxGroup {
  const group = findGroup(tenant, groupId);
  if (!group.groupTypes.includes('Unified') || !group.mailEnabled) {
    throw new GraphRefusal(
      404,
      'MailboxNotEnabledForRESTAPI',
      'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
    );
  }
  if (caller.person === undefined || mayUse(group, caller.person, purpose)) return group;
  const { userPrincipalName } = caller.person;
  throw new GraphRefusal(
    403,
    'ErrorAccessDenied',
    `Access to group is denied. User '${userPrincipalName}' not authorized to access group '${group.mail}'. Reason: '(0xD10)'.`,
  );
}

/** Members may do everything; others read public groups, and post to those that do not reserve it to members. */
function mayUse(group: SandboxGroup, person: SandboxPerson, purpose: Purpose): boolean {
  if (group.memberIds.includes(person.id) || group.ownerIds.includes(person.id)) return true;
  if (group.visibility !== 'Public' || purpose === 'delete') return false;
  return purpose === 'read' || !group.resourceBehaviorOptions.includes('AllowOnlyMembersToPost');
}
