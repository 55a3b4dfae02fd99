import { findMailbox } from '../find-mailbox.ts';
import type { GraphAnswer, GraphCall, GraphOperation } from '../graph-context.ts';
import { GraphRefusal } from '../graph-refusal.ts';
import { requirePermission, requirePerson } from '../require-permission.ts';
import { isValidEndpoint } from './call-back.ts';
import type { SandboxSubscriptions } from './create-subscriptions.ts';
import { groupIdOf, type SandboxSubscription } from './subscription.ts';

/** Source: learn.microsoft.com/graph/api/resources/subscription, maximum length per resource. */
const longest = 4_230 * 60_000;
const shortest = 45 * 60_000;
const longestState = 128;

type Operations = Readonly<Record<string, GraphOperation>>;

/** `/subscriptions` by method, below the version. Delegated only, each person's own. */
export function subscriptionOperations(subscriptions: SandboxSubscriptions): {
  get: Operations;
  post: Operations;
  patch: Operations;
  del: Operations;
} {
  const own = (call: GraphCall): SandboxSubscription[] => {
    const { id } = requirePerson(call.caller);
    return [...subscriptions.all.values()].filter(({ personId }) => personId === id);
  };
  const named = (call: GraphCall): SandboxSubscription => {
    subscriptions.check();
    const found = own(call).find(({ id }) => id === call.params['subscriptionId']);
    if (found !== undefined) return found;
    throw new GraphRefusal(404, 'ResourceNotFound', 'The object was not found.');
  };
  const tokenEndsAt = ({ caller }: GraphCall): Date => new Date(caller.claims.exp * 1000);

  return {
    get: {
      '/subscriptions': (call) => {
        subscriptions.check();
        return {
          status: 200,
          body: { value: own(call).map((each) => ({ ...json(each), clientState: null })) },
        };
      },
      '/subscriptions/:subscriptionId': (call) => ({ status: 200, body: json(named(call)) }),
    },
    post: {
      '/subscriptions': (call) => create(call, subscriptions, tokenEndsAt(call)),
      '/subscriptions/:subscriptionId/reauthorize': (call) => {
        subscriptions.renewed(named(call), tokenEndsAt(call));
        return { status: 200 };
      },
    },
    patch: {
      '/subscriptions/:subscriptionId': async (call) => {
        const subscription = named(call);
        const { expirationDateTime } = (await call.body()) as Record<string, unknown>;
        mayRead(call, subscription.groupId);
        subscription.expiresAt = expiryOf(expirationDateTime, call);
        subscriptions.renewed(subscription, tokenEndsAt(call));
        return { status: 200, body: json(subscription) };
      },
    },
    del: {
      '/subscriptions/:subscriptionId': (call) => {
        subscriptions.all.delete(named(call).id);
        return { status: 204 };
      },
    },
  };
}

async function create(
  call: GraphCall,
  subscriptions: SandboxSubscriptions,
  tokenEndsAt: Date,
): Promise<GraphAnswer> {
  const { context, caller } = call;
  const person = requirePerson(caller);
  const body = (await call.body()) as Record<string, unknown>;
  const resource = String(body['resource']);
  const groupId = groupIdOf(resource);
  if (groupId === undefined) throw invalid(`Resource '${resource}' cannot be subscribed to.`);
  mayRead(call, groupId);
  const changes = String(body['changeType']).split(',');
  if (!changes.every((each) => ['created', 'updated', 'deleted'].includes(each)))
    throw invalid('changeType holds something else than created, updated and deleted.');
  const changeType = changes.toSorted().join(',');
  const { lifecycleNotificationUrl = null, notificationUrl } = body;
  const clientState = clientStateOf(body);
  const expiresAt = expiryOf(body['expirationDateTime'], call);
  subscriptions.check();
  const twin = [...subscriptions.all.values()].find(
    (each) =>
      each.groupId === groupId &&
      each.changeType === changeType &&
      each.appId === caller.claims.appid &&
      (context.profile().oneSubscriptionPerApp || each.personId === person.id),
  );
  if (twin !== undefined)
    throw new GraphRefusal(409, 'Conflict', 'A subscription for this resource and change type exists.');
  for (const url of [notificationUrl, lifecycleNotificationUrl]) {
    if (url !== null) await validate(url, context.ids());
  }
  const subscription: SandboxSubscription = {
    ...{ id: context.ids(), resource, groupId, changeType, clientState, expiresAt, tokenEndsAt },
    notificationUrl: String(notificationUrl),
    lifecycleNotificationUrl: typeof lifecycleNotificationUrl === 'string' ? lifecycleNotificationUrl : null,
    personId: person.id,
    appId: caller.claims.appid ?? '',
    asked: false,
  };
  subscriptions.all.set(subscription.id, subscription);
  return { status: 201, body: json(subscription) };
}

function clientStateOf({ clientState = null }: Record<string, unknown>): string | null {
  if (clientState === null || (typeof clientState === 'string' && clientState.length <= longestState))
    return clientState;
  throw invalid(`clientState is longer than ${longestState} characters.`);
}

/** Group.Read.All and nothing else: what may write as well is documented not to do where reading is enough. */
function mayRead(call: GraphCall, groupId: string): void {
  requirePermission(call.caller, 'subscribe');
  findMailbox(call.context, call.caller, groupId, 'read');
}

async function validate(url: unknown, id: string): Promise<void> {
  const address = typeof url === 'string' && URL.canParse(url) ? new URL(url) : undefined;
  const isLocal = address !== undefined && ['localhost', '127.0.0.1', '[::1]'].includes(address.hostname);
  if (address === undefined || !(address.protocol === 'https:' || (address.protocol === 'http:' && isLocal)))
    throw invalid('notificationUrl must be an https address.');
  // With characters that a query has to encode: they must come back decoded.
  if (!(await isValidEndpoint(address.href, `Validation: Testing client application. ${id} <&+>`)))
    throw new GraphRefusal(400, 'ValidationError', 'Subscription validation request failed.');
}

function expiryOf(value: unknown, { context }: GraphCall): Date {
  const now = context.now().getTime();
  const asked = Date.parse(String(value));
  if (Number.isNaN(asked) || asked <= now || asked > now + longest)
    throw invalid('Subscription expiration must be in the future and at most 4230 minutes away.');
  return new Date(Math.max(asked, now + shortest));
}

function json(subscription: SandboxSubscription): Record<string, unknown> {
  const { id, resource, changeType, clientState, notificationUrl, lifecycleNotificationUrl } = subscription;
  return {
    ...{ id, resource, changeType, clientState, notificationUrl, lifecycleNotificationUrl },
    applicationId: subscription.appId,
    creatorId: subscription.personId,
    expirationDateTime: subscription.expiresAt.toISOString(),
  };
}

function invalid(message: string): GraphRefusal {
  return new GraphRefusal(400, 'InvalidRequest', message);
}
