import type { TenantProfile } from '../../tenant/profile.ts';
import type { MailboxChange, Mailboxes } from '../mailboxes.ts';
import { callBack } from './call-back.ts';
import type { SandboxSubscription } from './subscription.ts';

/** What could not be delivered for want of a token is kept for so long. */
const kept = 4 * 3_600_000;
/** So long before a token ends another one is asked for. */
const askedBefore = 15 * 60_000;

export interface SandboxSubscriptions {
  readonly all: Map<string, SandboxSubscription>;
  /** A fault: while true nothing is sent, and what would have been is lost. */
  silent: boolean;
  /** Made or renewed with a token that ends then; what waited for it is delivered. */
  renewed(subscription: SandboxSubscription, tokenEndsAt: Date): void;
  /** Removes what has expired, and asks for other tokens where they end soon; time passes on its own otherwise. */
  check(): void;
  /** Ends all that is still being delivered. */
  stop(): void;
}

/** Change notifications for conversations: who wants them, and sending them. */
export function createSubscriptions(parts: {
  mailboxes: Pick<Mailboxes, 'onChange'>;
  tenantId: string;
  profile: () => TenantProfile;
  now: () => Date;
  ids: () => string;
}): SandboxSubscriptions {
  const { mailboxes, tenantId, profile, now, ids } = parts;
  const all = new Map<string, SandboxSubscription>();
  const waiting = new Map<string, { at: Date; item: object }[]>();
  const stopping = new AbortController();

  const send = (url: string, item: object): void => void callBack(url, { value: [item] }, stopping.signal);
  const common = ({ id, clientState, expiresAt }: SandboxSubscription): object => ({
    subscriptionId: id,
    subscriptionExpirationDateTime: expiresAt.toISOString(),
    clientState,
    tenantId,
  });

  function notify(groupId: string, { kind, conversationId, reply }: MailboxChange): void {
    const at = now();
    check();
    if (subscriptions.silent || (reply && !profile().notifyReplies)) return;
    for (const subscription of all.values()) {
      if (subscription.groupId !== groupId || !subscription.changeType.split(',').includes(kind)) continue;
      const resource = `Groups/${groupId}/Conversations/${conversationId}`;
      const item = {
        id: ids(),
        ...common(subscription),
        changeType: kind,
        resource,
        resourceData: {
          '@odata.type': '#Microsoft.Graph.Conversation',
          '@odata.id': resource,
          id: conversationId,
        },
      };
      if (subscription.tokenEndsAt > at) send(subscription.notificationUrl, item);
      else waiting.set(subscription.id, [...(waiting.get(subscription.id) ?? []), { at, item }]);
    }
  }

  function check(): void {
    const at = now().getTime();
    for (const subscription of all.values()) {
      if (subscription.expiresAt.getTime() <= at) all.delete(subscription.id);
      else if (!subscription.asked && subscription.tokenEndsAt.getTime() - askedBefore <= at) {
        subscription.asked = true;
        const url = subscription.lifecycleNotificationUrl;
        if (url !== null && !subscriptions.silent)
          send(url, { ...common(subscription), lifecycleEvent: 'reauthorizationRequired' });
      }
    }
  }

  const subscriptions: SandboxSubscriptions = {
    all,
    silent: false,
    renewed(subscription, tokenEndsAt) {
      Object.assign(subscription, { tokenEndsAt, asked: false });
      const since = now().getTime() - kept;
      for (const { at, item } of waiting.get(subscription.id) ?? []) {
        if (at.getTime() >= since) send(subscription.notificationUrl, item);
      }
      waiting.delete(subscription.id);
    },
    check,
    stop: () => stopping.abort(),
  };
  mailboxes.onChange((groupId, change) => notify(groupId, change));
  return subscriptions;
}
