import type { Person } from '../../conversations/person.ts';
import type { DueCount } from '../../conversations/ports/ledger.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { MailPost, SeenPost } from '../mail-post.ts';
import type { NoticeItem, PendingItem } from '../notice-item.ts';
import type { NoticeSettings } from '../notice-settings.ts';
import type { Subscription } from '../subscription.ts';
import type { Lack, PauseReason, Watch } from '../watch.ts';
import type { WatchedGroup } from '../watched-group.ts';

/** Watches, one row for each, and the group's row and subscription that all watches of a group share. */
export interface WatchRows {
  /**
   * Stores a watch that is on, with its group, due to be read, and the group's subscription, wanted. One with its id that
   * is on stays as it is; one that has ended begins again now, unless `revive` is false.
   */
  add(
    watch: Watch,
    options: { clientState: string; revive: boolean },
  ): Promise<{ watch: Watch; first: boolean }>;
  find(id: string): Promise<Watch | undefined>;
  /** Those that have not ended, oldest first. */
  ofPerson(person: Person): Promise<Watch[]>;
  ofGroup(groupKey: string): Promise<Watch[]>;
  atPlace(placeKey: string): Promise<Watch[]>;
  /** Ends watches and stores what their watchers are told; the last one of a group ends its reading and subscription. */
  end(watches: readonly Watch[], tell: readonly NoticeItem[]): Promise<void>;
  /** Ends a group's reading and subscription if nobody watches it. */
  leave(groupKey: string): Promise<void>;
  /** Pauses those that are on, and stores what is told if any was. */
  pause(watches: readonly Watch[], reason: PauseReason, tell: readonly NoticeItem[]): Promise<void>;
  /** Paused watches of a person, for this reason, go on: their groups and chats become due. */
  resume(person: Person, reason: PauseReason): Promise<number>;
  /** Remembers what a person's watches lack, and stores what is told unless another of theirs lacked it already. */
  lack(person: Person, what: Lack, tell: NoticeItem): Promise<void>;
  /** What a person's watches lack is tried again now; what was `granted` is not lacking any more. */
  retryLacking(person: Person, granted?: Lack): Promise<void>;
  /** Remembers that a group is too large to be read, and stores what those of its watchers are told who were not yet. */
  tooLarge(groupKey: string, itemsOf: (untold: readonly Watch[]) => NoticeItem[]): Promise<void>;
  /** It can be read again. */
  notTooLarge(groupKey: string): Promise<void>;
  /** Whether watches into a chat, or a thread of it, are paused because nothing can be shown there. */
  pausedIn(place: Pick<ReceiptPlace, 'tenantId' | 'chatId'>): Promise<boolean>;
  /** One watch of that person that is paused goes on; answers false when there is none. */
  resumeOne(id: string, by: Person): Promise<boolean>;
  /** Remembers that a person could read a group now. */
  accessConfirmed(person: Person, groupKey: string, at: Date): Promise<void>;
  settings(person: Person): Promise<NoticeSettings | undefined>;
  /** Keeps how a person wants to be told; what waits in their chats is looked at again. */
  saveSettings(person: Person, settings: NoticeSettings): Promise<void>;
}

/** Watched groups as due work: to be read. */
export interface GroupRows {
  takeDueGroups(holder: string, limit: number): Promise<WatchedGroup[]>;
  /** Posts read before that were received at `from` or later. */
  seen(groupKey: string, from: Date): Promise<SeenPost[]>;
  /** Who posted which of these through Kickoff: post id → object id. */
  authorsOf(group: WatchedGroup, posts: readonly MailPost[]): Promise<Map<string, string>>;
  /**
   * In one transaction: the posts count as read, what they are to which chats is stored (each key once, its chat due),
   * the position moves if given. `itemsOf` is asked with the watches as they are by then. Answers how many items were
   * new; undefined when the hold was lost, and nothing was written.
   */
  recordRead(
    group: WatchedGroup,
    read: {
      posts: readonly MailPost[];
      readAt: Date;
      position?: Date;
      itemsOf: (watches: readonly Watch[]) => NoticeItem[];
    },
    holder: string,
  ): Promise<number | undefined>;
  /** Gives a group back, due again after that time; sooner if a notification came meanwhile. */
  settleGroup(
    group: Pick<WatchedGroup, 'key' | 'hints' | 'quiet' | 'echoes' | 'failures' | 'gone' | 'reader'>,
    dueInMs: number,
    holder: string,
  ): Promise<void>;
}

/** Subscriptions as due work: to be made, renewed, removed. */
export interface SubscriptionRows {
  takeDueSubscriptions(holder: string, limit: number): Promise<Subscription[]>;
  /** Writes a row that is held and goes on holding it; answers false when the hold was lost. */
  writeSubscription(subscription: Subscription, holder: string): Promise<boolean>;
  /** Gives it back, due after that time; one that was made due meanwhile, or is unwanted, stays due. */
  settleSubscription(
    subscription: Pick<Subscription, 'key' | 'dueAt'>,
    dueInMs: number,
    holder: string,
  ): Promise<void>;
  /** Removes a row that is unwanted; one that is wanted again meanwhile stays. */
  removeSubscription(key: string, holder: string): Promise<void>;
  /** One statement. */
  subscriptionsById(ids: readonly string[]): Promise<Subscription[]>;
  /** Graph's ids of those that are kept by a person's token. */
  subscriptionsHeldBy(person: Person): Promise<string[]>;
  /** Graph has none with this id any more: one is made again now, by whoever's token does, unless none is wanted. */
  subscriptionEnded(id: string): Promise<void>;
  /** For what is shown to people. */
  subscriptionsOf(groupKeys: readonly string[]): Promise<Subscription[]>;
  /** Makes groups due for reading, in one statement. */
  hintGroups(groupKeys: readonly string[]): Promise<void>;
  /** Makes subscriptions due, in one statement. `gone`: those that Graph has removed, to be made again. */
  hintSubscriptions(keys: readonly string[], options?: { gone?: boolean }): Promise<void>;
}

/** What one chat is to be told now. */
export interface PlaceWork {
  readonly placeKey: string;
  /** Oldest first. */
  readonly items: readonly PendingItem[];
  /** There are more than these. */
  readonly more: boolean;
  /** Keys of what somebody began to show who died since. */
  readonly unfinished: readonly string[];
  /** When something was last shown of each conversation (`conversationKey`). */
  readonly lastShown: ReadonlyMap<string, Date>;
  readonly failures: number;
  /** Grows with every item, so that one that comes while others are shown is not lost. */
  readonly news: number;
  /** The database's time. */
  readonly now: Date;
}

/** Chats as due work: to be told. */
export interface NoticeRows {
  takeDuePlaces(holder: string, limit: number): Promise<PlaceWork[]>;
  /** Commits to showing these; answers false when the hold was lost. Renews the hold. */
  beginItems(placeKey: string, keys: readonly string[], holder: string): Promise<boolean>;
  /** They are done with, and their text is forgotten; or to be shown again. */
  finishItems(
    keys: readonly string[],
    outcome: 'delivered' | 'unconfirmed' | 'dropped' | 'pending',
  ): Promise<void>;
  /** Gives a chat back, due after that time or when something comes in. */
  settlePlace(
    place: Pick<PlaceWork, 'placeKey' | 'news' | 'failures'>,
    dueInMs: number | undefined,
    holder: string,
  ): Promise<void>;
}

export interface WatchStore extends WatchRows, GroupRows, SubscriptionRows, NoticeRows {
  dueCounts(): Promise<DueCount[]>;
}

/** One text per conversation of a group; the thread's where Graph told none. */
export function conversationKey(
  groupKey: string,
  post: Pick<MailPost, 'conversationId' | 'threadId'>,
): string {
  return JSON.stringify([groupKey, post.conversationId ?? post.threadId]);
}
