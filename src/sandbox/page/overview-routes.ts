import type { Server } from 'restify';
import type { SandboxPerson } from '../tenant/tenant.ts';
import type { PageOptions } from './page-options.ts';
import { pageRoute } from './page-route.ts';
import { visibleGroups } from './visible-groups.ts';

/** Who is here, what they see, and their consent. */
export function overviewRoutes(server: Server, options: PageOptions): void {
  const { tenant, clientOf, mailboxes, consents } = options;
  const route = pageRoute(server, tenant);
  route.get('overview', ({ person }) => ({
    app: tenant.app.name,
    organisation: tenant.domain,
    me: describePerson(person),
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
  route.post('withdraw-consent', ({ person }) => consents.withdraw(person.id));
}

function describePerson({ displayName, mail }: SandboxPerson): { who: string; name: string; mail: string } {
  return { who: mail.split('@')[0] ?? mail, name: displayName, mail };
}
