import type { Person } from '../conversations/person.ts';
import type { Chats } from '../conversations/ports/chats.ts';
import type { ConversationRequest, ReceiptPlace } from '../conversations/request.ts';
import type { DueWork } from '../conversations/work-due-rows.ts';
import { deliverNotices } from './deliver-notices.ts';
import { letGo } from './let-go.ts';
import { keepSubscription } from './keep-subscription.ts';
import { defaultNoticeSettings, type NoticeSettings } from './notice-settings.ts';
import { pollGroup } from './poll-group.ts';
import { createHints, type GraphNotification } from './receive-notifications.ts';
import { startWatching, type WatchAnswer, type WatchWish } from './start-watching.ts';
import { groupKey, type Watch } from './watch.ts';
import type { WatchParts } from './watch-parts.ts';
import { watchStarted } from './watch-started.ts';

/** A watch as its watcher is shown it. */
export interface WatchView extends Watch {
  /** `polling`: Graph sends no notifications for the group, e.g. because it lacks the permission Group.Read.All. */
  readonly how: 'notifications' | 'polling';
}

export interface Watches {
  /** Begins a watch from now on; one that runs already stays as it is. */
  watch(wish: WatchWish): Promise<WatchAnswer>;
  /** Ends a watch of that person; false when there is none with that id that runs. */
  unwatch(id: string, by: Person): Promise<boolean>;
  /** Whatever a person watches, in whichever chat, oldest first. */
  watching(person: Person): Promise<WatchView[]>;
  /** Whoever starts a conversation watches it, unless they said no. Told at least once of each created request. */
  started(request: ConversationRequest): Promise<Watch | undefined>;
  settings(person: Person): Promise<NoticeSettings>;
  saveSettings(person: Person, settings: NoticeSettings): Promise<void>;
  /** Somebody has signed in: what waited for it goes on, and is due when this resolves. */
  signedIn(person: Person): Promise<void>;
  /**
   * Somebody is about to sign out or to be forgotten: their token is used once more, so that another watcher's can take its
   * place. Resolves when their stored tokens are not needed for it any more. Never throws.
   */
  leaving(person: Person): Promise<void>;
  /** The bot is welcome again in the chats of a person in which it could not show anything. */
  reachable(person: Person): Promise<void>;
  /** Whether anything is watched in a chat, in whichever of its threads, that could not be shown there. */
  pausedIn(place: Pick<ReceiptPlace, 'tenantId' | 'chatId'>): Promise<boolean>;
  /** Goes on with one watch of that person that is paused; false when there is none. */
  resume(id: string, by: Person): Promise<boolean>;
  /** What Graph calls back with. Never waits and never throws. */
  notified(notifications: readonly GraphNotification[]): void;
  /** Due groups, due subscriptions and due chats: each to be worked on apart, so that none waits for another. */
  readonly work: readonly DueWork[];
}

/** How many due rows of a kind one instance takes at once. */
const batch = 10;

export function createWatches(parts: WatchParts & { chats: Chats }): Watches {
  const { store, holder, background } = parts;

  async function groups(): Promise<number> {
    const due = await store.takeDueGroups(holder, batch);
    await Promise.all(due.map((group) => pollGroup(group, parts)));
    return due.length;
  }

  async function subscriptions(): Promise<number> {
    const due = await store.takeDueSubscriptions(holder, batch);
    await Promise.all(due.map((subscription) => keepSubscription(subscription, parts)));
    return due.length;
  }

  async function places(): Promise<number> {
    const due = await store.takeDuePlaces(holder, batch);
    await Promise.all(due.map((place) => deliverNotices(place, parts)));
    return due.length;
  }

  const hints = createHints(parts, () => background.run('read what Graph announced', groups));
  return {
    watch: (wish) => startWatching(wish, parts),
    async unwatch(id, by) {
      const watch = await store.find(id);
      if (watch === undefined || watch.state === 'ended' || !isOf(watch, by)) return false;
      await store.end([watch], []);
      return true;
    },
    async watching(person) {
      const watches = await store.ofPerson(person);
      const keyOf = ({ watcher, target }: Watch): string => groupKey(watcher, target.group.id);
      const stored = await store.subscriptionsOf([...new Set(watches.map(keyOf))]);
      const refused = new Set(stored.filter(({ state }) => state === 'refused').map(({ key }) => key));
      return watches.map((watch) => ({
        ...watch,
        how: refused.has(keyOf(watch)) ? ('polling' as const) : ('notifications' as const),
      }));
    },
    started: (request) => watchStarted(request, parts),
    settings: async (person) => (await store.settings(person)) ?? defaultNoticeSettings,
    saveSettings: (person, settings) => store.saveSettings(person, settings),
    async signedIn(person) {
      await store.resume(person, 'sign-in');
      // They may have come back with a permission that was missing.
      await store.retryLacking(person);
    },
    leaving: (person) => letGo(person, parts),
    async reachable(person) {
      await store.resume(person, 'unreachable');
    },
    pausedIn: (place) => store.pausedIn(place),
    resume: (id, by) => store.resumeOne(id, by),
    notified: (notifications) => hints.take(notifications),
    work: [{ workDue: groups }, { workDue: subscriptions }, { workDue: places }],
  };
}

function isOf({ watcher }: Watch, { tenantId, objectId }: Person): boolean {
  return watcher.tenantId === tenantId && watcher.objectId === objectId;
}
