import type { SandboxGroup, SandboxPerson } from '../tenant/tenant.ts';
import { directoryList } from './directory-list.ts';
import { findGroup } from './find-group.ts';
import type { GraphCall, GraphOperation } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';
import { isPermitted, requirePermission, requirePerson } from './require-permission.ts';
import { selectProperties, type Entity } from './select-properties.ts';

const groupFilters = [
  'id',
  'displayName',
  'mail',
  'mailNickname',
  'groupTypes',
  'mailEnabled',
  'securityEnabled',
];
const userFilters = ['id', 'displayName', 'mail', 'userPrincipalName'];
/** Shown of a single group only when selected. */
const groupExtras = ['hideFromOutlookClients', 'hideFromAddressLists', 'allowExternalSenders'];

/** Operations on people and groups by their path below the version. */
export const directoryOperations: Readonly<Record<string, GraphOperation>> = {
  '/me': (call) => {
    requirePermission(call.caller, 'readMe');
    return { status: 200, body: selectProperties(userJson(requirePerson(call.caller)), call.query) };
  },
  '/me/memberOf': (call) => memberships(call, false),
  '/me/memberOf/microsoft.graph.group': (call) => memberships(call, true),
  '/groups': (call) => {
    requirePermission(call.caller, 'readGroups');
    return directoryList(call, call.context.tenant.groups.map(groupJson), {
      context: 'groups',
      filterBy: groupFilters,
      searchBy: ['displayName', 'description', 'mail', 'mailNickname'],
      hidden: groupExtras,
    });
  },
  '/groups/:groupId': (call) => {
    requirePermission(call.caller, 'readGroups');
    const group = findGroup(call.context.tenant, call.params['groupId']);
    return { status: 200, body: selectProperties(groupJson(group), call.query, groupExtras) };
  },
  '/groups/:groupId/members': (call) => people(call, (group) => group.memberIds),
  '/groups/:groupId/owners': (call) => people(call, (group) => group.ownerIds),
  '/users': (call) => {
    requirePermission(call.caller, 'readUsers');
    return directoryList(call, call.context.tenant.people.map(userJson), {
      context: 'users',
      filterBy: userFilters,
      searchBy: userFilters,
    });
  },
  '/users/:userId': (call) => {
    requirePermission(call.caller, 'readUsers');
    const wanted = call.params['userId']?.toLowerCase() ?? '';
    const person = call.context.tenant.people.find(
      (each) => each.id === wanted || each.userPrincipalName.toLowerCase() === wanted,
    );
    if (person === undefined) {
      throw new GraphRefusal(404, 'Request_ResourceNotFound', `Resource '${wanted}' does not exist.`);
    }
    return { status: 200, body: selectProperties(userJson(person), call.query) };
  },
};

/** A token that may not read groups still learns that they exist: everything but the id is null (limited info). */
function memberships(call: GraphCall, cast: boolean): ReturnType<GraphOperation> {
  requirePermission(call.caller, isPermitted(call.caller, 'readGroups') ? 'readGroups' : 'readMe');
  const person = requirePerson(call.caller);
  const limited = !isPermitted(call.caller, 'readGroups');
  const groups = call.context.tenant.groups
    .filter(({ memberIds }) => memberIds.includes(person.id))
    .map((group) => ({ ...(cast ? {} : { '@odata.type': '#microsoft.graph.group' }), ...groupJson(group) }))
    .map((group) => (limited ? limitedInfo(group) : group));
  return directoryList(call, groups, {
    context: cast ? 'groups' : 'directoryObjects',
    filterBy: groupFilters,
    searchBy: ['displayName', 'description'],
    hidden: groupExtras,
    advanced: cast,
  });
}

function limitedInfo(group: Entity): Entity {
  return Object.fromEntries(
    Object.entries(group).map(([name, value]) => [
      name,
      name === 'id' || name === '@odata.type' ? value : Array.isArray(value) ? [] : null,
    ]),
  );
}

function people(call: GraphCall, idsOf: (group: SandboxGroup) => string[]): ReturnType<GraphOperation> {
  requirePermission(call.caller, 'readGroups');
  const ids = new Set(idsOf(findGroup(call.context.tenant, call.params['groupId'])));
  const found = call.context.tenant.people
    .filter(({ id }) => ids.has(id))
    .map((person) => ({ '@odata.type': '#microsoft.graph.user', ...userJson(person) }));
  return directoryList(call, found, {
    context: 'directoryObjects',
    filterBy: userFilters,
    searchBy: userFilters,
  });
}

function groupJson(group: SandboxGroup): Entity {
  return {
    id: group.id,
    displayName: group.displayName,
    description: group.description,
    mail: group.mail,
    mailNickname: group.mailNickname,
    mailEnabled: group.mailEnabled,
    securityEnabled: group.securityEnabled,
    groupTypes: group.groupTypes,
    visibility: group.visibility,
    resourceProvisioningOptions: group.resourceProvisioningOptions,
    resourceBehaviorOptions: group.resourceBehaviorOptions,
    hideFromOutlookClients: group.hideFromOutlookClients,
    hideFromAddressLists: false,
    allowExternalSenders: false,
  };
}

function userJson(person: SandboxPerson): Entity {
  const [givenName = '', ...surname] = person.displayName.split(' ');
  return {
    id: person.id,
    displayName: person.displayName,
    givenName,
    surname: surname.join(' '),
    mail: person.mail,
    userPrincipalName: person.userPrincipalName,
  };
}
