import type { SandboxPerson } from '../tenant/tenant.ts';
import { checkQuery } from './check-query.ts';
import { findGroup } from './find-group.ts';
import type { GraphCall, GraphOperation } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';
import { odataFilter } from './odata-filter.ts';
import { requirePermission, requirePerson } from './require-permission.ts';
import { selectProperties } from './select-properties.ts';

/** People as far as they are no lists of the directory: whom somebody knows, how many a group has, and whose all of them are. */
export const peopleOperations: Readonly<Record<string, GraphOperation>> = {
  '/me/people': knownPeople,
  '/organization': organization,
  '/groups/:groupId/members/$count': (call) => count(call, () => true),
  '/groups/:groupId/members/microsoft.graph.user/$count': (call) => {
    const filter = call.query.get('$filter');
    return count(
      call,
      filter === null ? () => true : odataFilter(filter, ['userType', 'displayName', 'mail']),
    );
  },
};

/** Those who share a group with the person; `$search` takes words in quotes. Source: learn.microsoft.com/graph people-example. */
function knownPeople(call: GraphCall): ReturnType<GraphOperation> {
  requirePermission(call.caller, 'readPeople');
  const me = requirePerson(call.caller);
  checkQuery(call.query, ['$search', '$top', '$select', '$skip', '$filter']);
  const { people, groups } = call.context.tenant;
  const near = new Set(
    groups.filter(({ memberIds }) => memberIds.includes(me.id)).flatMap(({ memberIds }) => memberIds),
  );
  const words = searchedWords(call.query.get('$search'));
  const found = people
    .filter(({ id }) => near.has(id) && id !== me.id)
    .filter((person) => words.every((word) => namesOf(person).some((name) => name.startsWith(word))))
    .slice(0, Number(call.query.get('$top') ?? 10));
  return {
    status: 200,
    body: { value: found.map((person) => selectProperties(personJson(person), call.query)) },
  };
}

function searchedWords(search: string | null): string[] {
  const text = /^"?(.*?)"?$/s.exec(search ?? '')?.[1] ?? '';
  return text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
}

function namesOf({ displayName, mail }: SandboxPerson): string[] {
  return [...displayName.toLowerCase().split(' '), mail.toLowerCase()];
}

function personJson(person: SandboxPerson) {
  return {
    id: person.id,
    displayName: person.displayName,
    userPrincipalName: person.userPrincipalName,
    scoredEmailAddresses: [{ address: person.mail, relevanceScore: 20 }],
    personType: { class: 'Person', subclass: 'OrganizationUser' },
  };
}

/** With User.Read alone everything but these three is null. */
function organization(call: GraphCall): ReturnType<GraphOperation> {
  requirePermission(call.caller, 'readOrganization');
  checkQuery(call.query, ['$select']);
  const { id, domain } = call.context.tenant;
  const entity = {
    id,
    displayName: 'Contoso',
    verifiedDomains: [
      { name: domain, isDefault: true, isInitial: false, type: 'Managed', capabilities: 'Email' },
    ],
  };
  return { status: 200, body: { value: [selectProperties(entity, call.query)] } };
}

/** The bare number. Both are advanced queries (learn.microsoft.com/graph/aad-advanced-queries). */
function count(
  call: GraphCall,
  test: (entity: Readonly<Record<string, unknown>>) => boolean,
): ReturnType<GraphOperation> {
  requirePermission(call.caller, 'readMembers');
  checkQuery(call.query, ['$filter']);
  if (call.header('ConsistencyLevel')?.toLowerCase() !== 'eventual') {
    throw new GraphRefusal(
      400,
      'Request_UnsupportedQuery',
      '$count is not currently supported without the header ConsistencyLevel: eventual.',
    );
  }
  const { memberIds } = findGroup(call.context.tenant, call.params['groupId']);
  const members = call.context.tenant.people.filter(({ id }) => memberIds.includes(id));
  const found = members.filter((person) =>
    test({
      displayName: person.displayName,
      mail: person.mail,
      userType: person.guest === true ? 'Guest' : 'Member',
    }),
  );
  return { status: 200, text: String(found.length) };
}
