/**
 * The delegated Microsoft Graph permissions that the app registration asks for: what `.default` stands for, and all that
 * a person or an administrator can consent to.
 */
export const delegatedPermissions: readonly string[] = [
  'User.Read',
  'User.ReadBasic.All',
  'GroupMember.Read.All',
  'Group-Conversation.ReadWrite.All',
  'Group.ReadWrite.All',
  'Group.Read.All',
];
