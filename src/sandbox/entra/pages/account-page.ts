import type { SandboxPerson } from '../../tenant/tenant.ts';
import { escapeHtml } from './escape-html.ts';
import { interactionForm } from './interaction-form.ts';
import { pageLayout } from './page-layout.ts';

/** The page on which a person picks an account. */
export function accountPage(options: {
  appName: string;
  interaction: string;
  people: readonly SandboxPerson[];
}): string {
  const accounts = options.people.map(
    (person) =>
      `<button class="account" name="person" value="${escapeHtml(person.id)}">${escapeHtml(person.displayName)}` +
      `<span>${escapeHtml(person.userPrincipalName)}</span></button>`,
  );
  return pageLayout(
    'Pick an account',
    `<p>to continue to ${escapeHtml(options.appName)}</p>${interactionForm(options.interaction, accounts.join('\n'))}`,
  );
}
