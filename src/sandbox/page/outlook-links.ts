import type { Server } from 'restify';
import type { SandboxTenant } from '../tenant/tenant.ts';
import { localOnly } from './local-only.ts';

/**
 * Outlook on the web's address of a group's mail (`/mail/group/{domain}/{alias}/email`): leads to the page with that
 * group's mail open, as somebody who may read it.
 */
export function outlookLinks(server: Server, tenant: SandboxTenant): void {
  server.get('/mail/group/:domain/:alias/email', localOnly, async (request, response) => {
    const { domain, alias } = request.params as { domain: string; alias: string };
    const group = tenant.groups.find(({ mail }) => mail === `${alias}@${domain}`.toLowerCase());
    const member = tenant.people.find(({ id }) => group?.memberIds.includes(id));
    if (group === undefined || member === undefined)
      return void response.send(404, { message: 'Not found.' });
    const query = new URLSearchParams({ as: member.mail.split('@')[0]!, group: group.id });
    response.setHeader('Location', `/?${query.toString()}`);
    response.sendRaw(302, '');
  });
}
