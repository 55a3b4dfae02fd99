import { timingSafeEqual, createHash } from 'node:crypto';
import type { Subscription } from './subscription.ts';
import type { WatchParts } from './watch-parts.ts';

/** What one of Graph's calls says; anything in it may be forged until `clientState` is compared. */
export interface GraphNotification {
  readonly subscriptionId: string;
  readonly clientState: string;
  /** Missing for a change. */
  readonly lifecycleEvent?: string;
}

export interface Hints {
  /** Takes a batch in without waiting for anything. What is more than can be kept is dropped: polling finds it. */
  take(notifications: readonly GraphNotification[]): void;
}

/** Different notifications that are kept until they are written down, and looked up in one statement. */
const most = 1_000;
/** How long notifications are gathered, in milliseconds. */
const pause = 100;

/**
 * Notifications are hints: all that one does is make its group due. They are gathered for a moment, so that however many
 * come, the database sees a few small statements a second.
 *
 * @param onDue told after groups were made due
 */
export function createHints(
  parts: Pick<WatchParts, 'store' | 'timer' | 'background' | 'log'>,
  onDue: () => void,
): Hints {
  const { store, timer, background, log } = parts;
  const waiting = new Map<string, GraphNotification>();
  let writing = false;

  async function write(): Promise<void> {
    await timer.wait(pause);
    while (waiting.size > 0) {
      const batch = [...waiting.values()];
      waiting.clear();
      await writeBatch(batch);
      if (waiting.size > 0) await timer.wait(pause);
    }
  }

  async function writeBatch(batch: readonly GraphNotification[]): Promise<void> {
    const ids = new Set(batch.map(({ subscriptionId }) => subscriptionId));
    const known = new Map(
      (await store.subscriptionsById([...ids])).map((subscription) => [
        subscription.subscriptionId,
        subscription,
      ]),
    );
    const genuine = batch.flatMap((notification) => {
      const subscription = known.get(notification.subscriptionId);
      return subscription !== undefined && isGenuine(notification, subscription)
        ? [{ key: subscription.key, event: notification.lifecycleEvent }]
        : [];
    });
    const forged = batch.length - genuine.length;
    if (forged > 0) log.warn({ count: forged }, 'notifications that are not from a subscription of ours');
    const groups = keysOf(genuine.filter(({ event }) => event === undefined || event === 'missed'));
    const removed = keysOf(genuine.filter(({ event }) => event === 'subscriptionRemoved'));
    const others = new Set([undefined, 'missed', 'subscriptionRemoved']);
    const lifecycle = keysOf(genuine.filter(({ event }) => !others.has(event)));
    if (groups.length > 0) await store.hintGroups(groups);
    if (lifecycle.length > 0) await store.hintSubscriptions(lifecycle);
    if (removed.length > 0) await store.hintSubscriptions(removed, { gone: true });
    if (groups.length + lifecycle.length + removed.length > 0) onDue();
  }

  return {
    take(notifications) {
      for (const notification of notifications) {
        const { subscriptionId, clientState, lifecycleEvent } = notification;
        if (waiting.size >= most) break;
        waiting.set(JSON.stringify([subscriptionId, clientState, lifecycleEvent]), notification);
      }
      if (writing || waiting.size === 0) return;
      writing = true;
      background.run('write notifications down', () => write().finally(() => (writing = false)));
    },
  };
}

/** In constant time, whatever its length. */
function isGenuine({ clientState }: GraphNotification, subscription: Subscription): boolean {
  return timingSafeEqual(digest(clientState), digest(subscription.clientState));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function keysOf(genuine: readonly { key: string }[]): string[] {
  return [...new Set(genuine.map(({ key }) => key))];
}
