import type { Server } from 'restify';
import { z } from 'zod';
import type { SandboxPerson } from '../tenant/tenant.ts';
import { listAppCommands } from './list-app-commands.ts';
import type { PageOptions } from './page-options.ts';
import { pageRoute } from './page-route.ts';
import { visibleGroups } from './visible-groups.ts';

/** Languages that a person's client can be set to here, by their own names. */
const locales = { 'en-US': 'English', 'de-DE': 'Deutsch', 'fr-FR': 'Français' } as const;
const localeBody = z.object({ locale: z.enum(['en-US', 'de-DE', 'fr-FR']) });

/** Who is here, what they see, and their consent. */
export function overviewRoutes(server: Server, options: PageOptions): void {
  const { tenant, clientOf, mailboxes, consents } = options;
  const route = pageRoute(server, tenant);
  route.get('overview', ({ person }) => ({
    app: tenant.app.name,
    organisation: tenant.domain,
    me: describePerson(person),
    locale: clientOf(person.id).locale(),
    locales: Object.entries(locales).map(([value, name]) => ({ value, name })),
    commands: listAppCommands(tenant.app, clientOf(person.id).locale()),
    people: tenant.people.map(describePerson),
    chats: clientOf(person.id).chats(),
    groups: visibleGroups(tenant, person).map((group) => ({
      id: group.id,
      name: group.displayName,
      mail: group.mail,
      description: group.description,
      isPrivate: group.visibility === 'Private',
      isHidden: group.hideFromOutlookClients,
      isMember: group.memberIds.includes(person.id),
      conversations: mailboxes.conversations(group.id).length,
    })),
    hasConsented: consents.granted(person.id).length > 0,
  }));
  route.post('locale', ({ person, body }) => clientOf(person.id).setLocale(localeBody.parse(body).locale));
  route.post('withdraw-consent', ({ person }) => consents.withdraw(person.id));
}

function describePerson({ displayName, mail }: SandboxPerson): { who: string; name: string; mail: string } {
  return { who: mail.split('@')[0] ?? mail, name: displayName, mail };
}
