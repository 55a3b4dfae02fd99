import { escapeHtml } from './escape-html.ts';
import { interactionForm } from './interaction-form.ts';
import { pageLayout } from './page-layout.ts';
import { permissionList } from './permission-list.ts';

/** The page on which an administrator agrees for the whole organisation. */
export function adminConsentPage(options: {
  appName: string;
  organisation: string;
  interaction: string;
  permissions: readonly string[];
}): string {
  const { appName, organisation, interaction, permissions } = options;
  return pageLayout(
    'Permissions requested for your organisation',
    `<p>${escapeHtml(appName)} would like to do this for everybody in ${escapeHtml(organisation)}:</p>` +
      permissionList(permissions) +
      interactionForm(
        interaction,
        `<div class="actions"><button name="decision" value="decline">Cancel</button>
        <button class="primary" name="decision" value="accept">Accept</button></div>`,
      ),
  );
}
