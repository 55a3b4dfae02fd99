import type { Subscription } from '@microsoft/microsoft-graph-types';
import { CodedError } from '../conversations/errors/coded-error.ts';
import type { FoundSubscription, GraphSubscription, Subscriptions } from '../watches/ports/subscriptions.ts';
import { callGraph, type GraphCall } from './call-graph.ts';
import { dateOf } from './date-of.ts';
import type { GraphConnection } from './graph-connection.ts';
import type { GraphReply } from './graph-reply.ts';
import { idOf } from './id-of.ts';
import { pathSegment } from './path-segment.ts';
import { readError } from './read-error.ts';
import { readPages } from './read-pages.ts';

/** Graph calls back before it answers, for which it takes up to 10 s (change notifications, delivery by webhooks). */
const deadlineMs = 20_000;
const maxPages = 20;

/**
 * Subscriptions to `groups/{id}/conversations` (learn.microsoft.com/graph/api/resources/subscription): delegated only.
 *
 * @param options.notificationUrl where changes and lifecycle notifications go; a lifecycle address cannot be added later
 */
export function createSubscriptions(options: GraphConnection & { notificationUrl: string }): Subscriptions {
  const { notificationUrl } = options;
  const call = (request: Omit<GraphCall, 'deadlineMs'>): Promise<GraphReply> =>
    callGraph(options, { ...request, deadlineMs });
  const path = (id: string): string => `/subscriptions/${pathSegment(id)}`;

  return {
    async create({ groupId, clientState, expiresAt }, token) {
      const body: Subscription = {
        changeType: 'created,updated',
        notificationUrl,
        lifecycleNotificationUrl: notificationUrl,
        resource: resourceOf(groupId),
        expirationDateTime: expiresAt.toISOString(),
        clientState,
      };
      const reply = await call({ method: 'POST', path: '/subscriptions', token, body });
      if (statusOf(reply) === 409) return undefined;
      return subscriptionOf(reply);
    },

    async find(groupId, token) {
      const wanted = fold(resourceOf(groupId));
      const found: FoundSubscription[] = [];
      for await (const page of readPages(options, { path: '/subscriptions', token, maxPages })) {
        for (const item of page) {
          const id = idOf(item);
          const expiresAt = dateOf(item['expirationDateTime']);
          const isOurs =
            fold(String(item['resource'])) === wanted && item['notificationUrl'] === notificationUrl;
          if (id === undefined || expiresAt === undefined || !isOurs) continue;
          const { clientState } = item;
          found.push({ id, expiresAt, ...(typeof clientState === 'string' && { clientState }) });
        }
      }
      return found;
    },

    async renew(id, expiresAt, token) {
      const body: Subscription = { expirationDateTime: expiresAt.toISOString() };
      const reply = await call({ method: 'PATCH', path: path(id), token, body });
      return statusOf(reply) === 404 ? undefined : subscriptionOf(reply);
    },

    async remove(id, token) {
      const reply = await call({ method: 'DELETE', path: path(id), token });
      const status = statusOf(reply) ?? 0;
      if (status !== 404 && (status < 200 || status > 299)) throw readError(reply);
    },
  };
}

function resourceOf(groupId: string): string {
  return `groups/${pathSegment(groupId)}/conversations`;
}

/** Documentation spells it in several ways: `Groups/{id}/Conversations`, `groups('{id}')/conversations`. */
function fold(resource: string): string {
  return resource
    .toLowerCase()
    .replace(/\('([^']*)'\)/g, '/$1')
    .replace(/^\//, '');
}

function statusOf(reply: GraphReply): number | undefined {
  return reply.kind === 'answer' ? reply.status : undefined;
}

function subscriptionOf(reply: GraphReply): GraphSubscription {
  if (reply.kind === 'silence' || reply.status < 200 || reply.status > 299) throw readError(reply);
  const id = idOf(reply.body);
  const expiresAt = dateOf((reply.body as Record<string, unknown> | undefined)?.['expirationDateTime']);
  if (id !== undefined && expiresAt !== undefined) return { id, expiresAt };
  throw new CodedError('GRAPH_UNREACHABLE', {}, { log: 'a subscription without its id' });
}
