import type { SandboxPerson } from '../tenant/tenant.ts';
import type { Caller } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';

/** Permissions that let a caller do something; source: microsoft-graph-devx-content, permissions.json. */
const accepted = {
  writeConversations: ['Group-Conversation.ReadWrite.All', 'Group.ReadWrite.All'],
  readConversations: [
    'Group-Conversation.Read.All',
    'Group-Conversation.ReadWrite.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
  ],
  readGroups: [
    'Group.ReadBasic.All',
    'GroupMember.Read.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    'GroupMember.ReadWrite.All',
    'Directory.Read.All',
  ],
  readMe: ['User.Read', 'User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'],
  subscribe: ['Group.Read.All'],
  readMembers: [
    'GroupMember.Read.All',
    'Group.Read.All',
    'Group.ReadWrite.All',
    'GroupMember.ReadWrite.All',
    'Directory.Read.All',
  ],
  readOrganization: ['User.Read', 'Organization.Read.All', 'Directory.Read.All'],
  readCatalogue: ['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All'],
  installApps: ['TeamsAppInstallation.ReadWriteSelfForUser.All', 'TeamsAppInstallation.ReadWriteForUser.All'],
  readPeople: ['People.Read', 'People.Read.All'],
  readUsers: ['User.ReadBasic.All', 'User.Read.All', 'Directory.Read.All'],
} as const;

export type Ability = keyof typeof accepted;

/** Whether the token holds one of the permissions for this. */
export function isPermitted(caller: Caller, ability: Ability): boolean {
  return accepted[ability].some((permission) => caller.permissions.has(permission));
}

/** @throws GraphRefusal 403 when the token has none of the permissions. */
export function requirePermission(caller: Caller, ability: Ability): void {
  if (!isPermitted(caller, ability)) throw denied('Insufficient privileges to complete the operation.');
}

/**
 * The signed-in person. Creating in a group's mailbox is documented for delegated tokens only.
 *
 * @throws GraphRefusal 403 for an app of its own.
 */
export function requirePerson(caller: Caller): SandboxPerson {
  if (caller.person === undefined)
    throw denied('Application permissions are not supported for this operation.');
  return caller.person;
}

function denied(message: string): GraphRefusal {
  return new GraphRefusal(403, 'Authorization_RequestDenied', message);
}
