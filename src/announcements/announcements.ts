import type { Person } from '../conversations/person.ts';
import type { ReceiptPlace } from '../conversations/request.ts';
import type { DueWork } from '../conversations/work-due-rows.ts';
import type { Announcement, Sender, UncountedAnnouncement } from './announcement.ts';
import type { AnnouncementContent } from './announcement-content.ts';
import type { Audience } from './audience.ts';
import type { Gap } from './gap.ts';
import type { NotToldReason, Receiver } from './receiver.ts';

/** One wish to tell many. */
export interface AnnouncementWish {
  readonly sourceKey: string;
  readonly sender: Sender;
  readonly content: AnnouncementContent;
  readonly audience: Audience;
  /** What tells a repeat from another wish under the same source key, where that is not content and audience: what was typed. */
  readonly contentHash?: string;
  /** Where progress and report are shown. */
  readonly place?: ReceiptPlace;
}

export interface StartedAnnouncement {
  readonly announcement: Announcement;
  /** False when the source key was there before. */
  readonly first: boolean;
  /** Whether the announcement says what the wish says; always true for a first one. */
  readonly sameContent: boolean;
}

/** Receivers that could not be told, by why; what nobody is counted under is left out. */
export type UnreachableCounts = { readonly [Why in NotToldReason]?: number };

export type AnnouncementOrder = 'pause' | 'resume' | 'stop';

/** Telling many, each at most once, over all instances. */
export interface Announcements {
  /** Stores an announcement, once for each source key; telling goes on as due work. */
  start(wish: AnnouncementWish): Promise<StartedAnnouncement>;
  /** Only what this sender started: another's is undefined. For a person whichever of their apps, or the chat, started it. */
  find(id: string, sender: Sender): Promise<Announcement | undefined>;
  /** The same without counts, which take longer the more receivers there are: for looking again and again. */
  findUncounted(id: string, sender: Sender): Promise<UncountedAnnouncement | undefined>;
  /** What everybody in a chat is shown: undefined unless its progress is shown there. @param chat a channel without its thread */
  findShownIn(id: string, chat: { tenantId: string; chatId: string }): Promise<Announcement | undefined>;
  findBySource(sourceKey: string): Promise<Announcement | undefined>;
  /** An order that no longer fits its state changes nothing. @returns as it is now; undefined when it is not theirs */
  order(id: string, sender: Sender, order: AnnouncementOrder): Promise<Announcement | undefined>;
  /** Who was told and who was not, by id, a page at a time: those after `after`, at most `limit`. */
  receivers(id: string, options: { after?: string; limit: number }): Promise<readonly Receiver[]>;
  /** Who was not surely told, by kind and reason, those with most people first; only the first few of each are named. */
  gaps(id: string): Promise<readonly Gap[]>;
  /** How many receivers could not be told, by why. */
  whyUnreachable(id: string): Promise<UnreachableCounts>;
  /** The person has signed in: members that could not be read are read now. */
  signedIn(person: Person): Promise<void>;
  /** Gathering, telling, and keeping progress cards: due work of every instance. */
  readonly work: readonly DueWork[];
}
