import { escapeHtml } from './escape-html.ts';

/** What each permission lets the app do, in the words of the consent pages. */
const descriptions: Readonly<Record<string, string>> = {
  'User.Read': 'Sign you in and read your profile',
  'User.ReadBasic.All': 'Read the basic profiles of people in your organisation',
  'GroupMember.Read.All': 'Read your groups and who is in them',
  'Group-Conversation.ReadWrite.All': 'Read and write conversations of your groups',
  'Group.ReadWrite.All': 'Read and write your groups',
  'Group.Read.All': 'Read your groups, and be told of changes in them',
  'TeamsAppInstallation.ReadWriteSelfForUser.All': 'Install itself for people in Teams, without them',
  'AppCatalog.Read.All': 'Read the apps of your organisation, without anybody',
};

/** Permissions as a list in HTML. */
export function permissionList(names: readonly string[]): string {
  return `<ul>${names.map((name) => `<li>${escapeHtml(descriptions[name] ?? name)} (${escapeHtml(name)})</li>`).join('')}</ul>`;
}
