import type { SandboxPerson } from '../../tenant/tenant.ts';
import { escapeHtml } from './escape-html.ts';
import { interactionForm } from './interaction-form.ts';
import { pageLayout } from './page-layout.ts';

/** What each permission lets the app do, in the words of the consent page. */
const descriptions: Readonly<Record<string, string>> = {
  'User.Read': 'Sign you in and read your profile',
  'User.ReadBasic.All': 'Read the basic profiles of people in your organisation',
  'GroupMember.Read.All': 'Read your groups and who is in them',
  'Group-Conversation.ReadWrite.All': 'Read and write conversations of your groups',
  'Group.ReadWrite.All': 'Read and write your groups',
};

/** The page on which the person agrees or declines; where only an administrator may agree, it says so. */
export function consentPage(options: {
  appName: string;
  interaction: string;
  person: SandboxPerson;
  permissions: readonly string[];
  blocked: readonly string[];
}): string {
  const { appName, person, blocked } = options;
  const list = (names: readonly string[]): string =>
    `<ul>${names.map((name) => `<li>${escapeHtml(descriptions[name] ?? name)} (${escapeHtml(name)})</li>`).join('')}</ul>`;
  const account = `<p>${escapeHtml(person.displayName)}, ${escapeHtml(person.userPrincipalName)}</p>`;
  if (blocked.length > 0) {
    return pageLayout(
      'Need admin approval',
      `${account}<p>${escapeHtml(appName)} needs permissions that only an administrator can grant:</p>${list(blocked)}` +
        interactionForm(
          options.interaction,
          `<div class="actions"><button name="decision" value="return">Return without granting consent</button></div>`,
        ),
    );
  }
  return pageLayout(
    'Permissions requested',
    `${account}<p>${escapeHtml(appName)} would like to:</p>${list(options.permissions)}` +
      interactionForm(
        options.interaction,
        `<div class="actions"><button name="decision" value="decline">Cancel</button>
        <button class="primary" name="decision" value="accept">Accept</button></div>`,
      ),
  );
}
