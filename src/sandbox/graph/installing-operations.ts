import type { SandboxPerson } from '../tenant/tenant.ts';
import { directoryList } from './directory-list.ts';
import type { GraphCall, GraphOperation } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';
import { requirePermission } from './require-permission.ts';

type Operations = Readonly<Record<string, GraphOperation>>;

/**
 * The app catalogue, and apps of people in their personal scope, by method, below the version.
 * Source: learn.microsoft.com/graph/api/appcatalogs-list-teamsapps, userteamwork-post-installedapps.
 */
export const installingOperations: { get: Operations; post: Operations } = {
  get: {
    '/appCatalogs/teamsApps': (call) => {
      requirePermission(call.caller, 'readCatalogue');
      return directoryList(call, catalogue(call), {
        context: 'appCatalogs/teamsApps',
        filterBy: ['id', 'externalId', 'displayName', 'distributionMethod'],
        searchBy: [],
      });
    },
    '/users/:userId/teamwork/installedApps': (call) => {
      requirePermission(call.caller, 'installApps');
      const { id } = findPerson(call);
      const value = call.context.apps.isInstalled(id) ? [{ id: installationId(call, id) }] : [];
      return { status: 200, body: { value } };
    },
    '/users/:userId/teamwork/installedApps/:installationId/chat': (call) => {
      requirePermission(call.caller, 'installApps');
      const { id } = findPerson(call);
      const isTheirs = call.params['installationId'] === installationId(call, id);
      if (!isTheirs || !call.context.apps.isInstalled(id)) throw notFound('The app is not installed.');
      return { status: 200, body: { id: call.context.apps.chatId(id), chatType: 'oneOnOne' } };
    },
  },
  post: {
    '/users/:userId/teamwork/installedApps': async (call) => {
      requirePermission(call.caller, 'installApps');
      const { id } = findPerson(call);
      const body = (await call.body()) as Record<string, unknown>;
      const [, appId] = /\/appCatalogs\/teamsApps\/([^/]+)$/.exec(String(body['teamsApp@odata.bind'])) ?? [];
      if (appId === undefined) {
        throw new GraphRefusal(400, 'BadRequest', "The property 'teamsApp@odata.bind' names no app.");
      }
      if (!catalogue(call).some((app) => app['id'] === appId)) {
        throw notFound(`The app '${appId}' is not in the catalogue.`);
      }
      if (!call.context.apps.install(id)) {
        throw new GraphRefusal(409, 'Conflict', 'The app is installed for this user already.');
      }
      return { status: 201 };
    },
  },
};

/** The organisation's own apps: none while it was not uploaded. */
function catalogue({ context }: GraphCall): Record<string, unknown>[] {
  const { catalogueId, id, name } = context.tenant.app;
  if (catalogueId === undefined) return [];
  return [{ id: catalogueId, externalId: id, displayName: name, distributionMethod: 'organization' }];
}

function findPerson({ context, params }: GraphCall): SandboxPerson {
  const wanted = params['userId']?.toLowerCase();
  const person = context.tenant.people.find(
    (each) => each.id === wanted || each.userPrincipalName.toLowerCase() === wanted,
  );
  if (person === undefined) throw notFound('The user was not found.');
  return person;
}

function installationId({ context }: GraphCall, personId: string): string {
  return Buffer.from(`${personId}##${context.tenant.app.catalogueId ?? ''}`).toString('base64url');
}

function notFound(message: string): GraphRefusal {
  return new GraphRefusal(404, 'NotFound', message);
}
