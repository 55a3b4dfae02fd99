import type { SandboxPerson } from '../../tenant/tenant.ts';
import { escapeHtml } from './escape-html.ts';
import { interactionForm } from './interaction-form.ts';
import { pageLayout } from './page-layout.ts';
import { permissionList } from './permission-list.ts';

/** The page on which the person agrees or declines; where only an administrator may agree, it says so. */
export function consentPage(options: {
  appName: string;
  interaction: string;
  person: SandboxPerson;
  permissions: readonly string[];
  blocked: readonly string[];
}): string {
  const { appName, person, blocked } = options;
  const account = `<p>${escapeHtml(person.displayName)}, ${escapeHtml(person.userPrincipalName)}</p>`;
  if (blocked.length > 0) {
    return pageLayout(
      'Need admin approval',
      `${account}<p>${escapeHtml(appName)} needs permissions that only an administrator can grant:</p>${permissionList(blocked)}` +
        interactionForm(
          options.interaction,
          `<div class="actions"><button name="decision" value="return">Return without granting consent</button></div>`,
        ),
    );
  }
  return pageLayout(
    'Permissions requested',
    `${account}<p>${escapeHtml(appName)} would like to:</p>${permissionList(options.permissions)}` +
      interactionForm(
        options.interaction,
        `<div class="actions"><button name="decision" value="decline">Cancel</button>
        <button class="primary" name="decision" value="accept">Accept</button></div>`,
      ),
  );
}
