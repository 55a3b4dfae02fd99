import type { Server } from 'restify';
import type { SandboxTenant } from '../tenant/tenant.ts';
import type { TenantProfile } from '../tenant/profile.ts';
import { aliasedOperation } from './aliased-operation.ts';
import { deletingOperations } from './deleting-operations.ts';
import { directoryOperations } from './directory-operations.ts';
import type { GraphClaims } from './graph-claims.ts';
import type { GraphContext, GraphOperation, PersonalApps } from './graph-context.ts';
import { graphHandler } from './graph-handler.ts';
import { createMailboxes, type Mailboxes } from './mailboxes.ts';
import { installingOperations } from './installing-operations.ts';
import { creatingOperations } from './creating-operations.ts';
import { peopleOperations } from './people-operations.ts';
import { replyOperations } from './reply-operations.ts';
import { forwardOperations } from './forward-operation.ts';
import { readingOperations } from './reading-operations.ts';
import { createSubscriptions, type SandboxSubscriptions } from './subscriptions/create-subscriptions.ts';
import { subscriptionOperations } from './subscriptions/subscription-operations.ts';
import { unknownPath } from './unknown-path.ts';

export interface GraphOptions {
  tenant: SandboxTenant;
  profile: () => TenantProfile;
  now: () => Date;
  /** Fresh unique texts (UUIDs). */
  ids: () => string;
  /** Origins that a token may name as its audience, next to Graph's own names. */
  audiences: () => readonly string[];
  /** Checks the signature of an access token; rejects when it is bad. */
  verify: (token: string) => Promise<GraphClaims>;
  /** What a token lacks since something happened to its session (claims, as JSON text). */
  challenge?: (claims: GraphClaims) => string | undefined;
  /** Who has the app; nobody, and it cannot be installed, unless given. */
  apps?: PersonalApps;
}

export interface Graph {
  /** Adds `/v1.0` and `/beta` to the HTTPS server. */
  mount(server: Server): void;
  mailboxes: Mailboxes;
  subscriptions: SandboxSubscriptions;
}

/** The sandbox's Microsoft Graph: people, groups, and the groups' conversations. */
export function createGraph(options: GraphOptions): Graph {
  const mailboxes = createMailboxes(options);
  const context: GraphContext = { ...options, mailboxes, apps: options.apps ?? noApps };
  const subscriptions = createSubscriptions({ ...options, mailboxes, tenantId: options.tenant.id });
  const subscribing = subscriptionOperations(subscriptions);
  return {
    mailboxes,
    subscriptions,
    mount(server) {
      for (const version of ['v1.0', 'beta'] as const) {
        const handler = (operation: GraphOperation): ReturnType<typeof graphHandler> =>
          graphHandler(operation, { context, identify: options, version });
        for (const [path, operation] of Object.entries({ ...getOperations, ...subscribing.get })) {
          server.get(`/${version}${path}`, handler(operation));
        }
        for (const [path, operation] of Object.entries({
          ...postOperations,
          ...subscribing.post,
          ...(version === 'beta' ? aliases : {}),
        })) {
          server.post(`/${version}${path}`, handler(operation));
        }
        for (const [path, operation] of Object.entries(subscribing.patch)) {
          server.patch(`/${version}${path}`, handler(operation));
        }
        for (const [path, operation] of Object.entries({ ...deleteOperations, ...subscribing.del })) {
          server.del(`/${version}${path}`, handler(operation));
        }
        for (const method of ['get', 'post', 'patch', 'put', 'del'] as const) {
          server[method](`/${version}/*`, handler(unknownPath));
        }
      }
    },
  };
}

const getOperations = {
  ...directoryOperations,
  ...peopleOperations,
  ...installingOperations.get,
  ...below('/groups/:groupId', readingOperations),
};

const postOperations = {
  ...installingOperations.post,
  ...below('/groups/:groupId', { ...creatingOperations, ...replyOperations, ...forwardOperations }),
};

const noApps: PersonalApps = { isInstalled: () => false, install: () => false, chatId: () => '' };

const deleteOperations = below('/groups/:groupId', deletingOperations);

const aliases = {
  ...below('/users/:userId/joinedGroups/:groupId', creatingOperations, (operation) =>
    aliasedOperation(operation, ({ params }) => params['userId']),
  ),
  ...below('/drive/root/createdByUser/joinedGroups/:groupId', creatingOperations, (operation) =>
    aliasedOperation(operation, ({ caller }) => caller.person?.id),
  ),
};

function below(
  prefix: string,
  operations: Readonly<Record<string, GraphOperation>>,
  change: (operation: GraphOperation) => GraphOperation = (operation) => operation,
): Record<string, GraphOperation> {
  return Object.fromEntries(
    Object.entries(operations).map(([path, operation]) => [`${prefix}${path}`, change(operation)]),
  );
}
