import type { Author } from '../conversations/person.ts';
import type { ReceiptPlace } from '../conversations/request.ts';
import type { ErrorCode } from '../conversations/errors/error-table.ts';
import type { AnnouncementContent } from './announcement-content.ts';
import type { KnownAudience } from './audience.ts';

/** A person, in a chat or by an app that acts for them. */
export interface PersonSender {
  readonly kind: 'person';
  readonly person: Author;
  /** Client id of the app, when one called. */
  readonly client?: string;
}

/** An app alone, by the role `Notices.Send`. */
export interface AppSender {
  readonly kind: 'app';
  readonly tenantId: string;
  readonly client: string;
  /** What receivers see; the app's name as its token gives it, else its client id. */
  readonly name: string;
}

export type Sender = PersonSender | AppSender;

/**
 * - `gathering`: who is to be told is being found out (a group's members, page by page); nobody is told yet;
 * - `sending`: receivers are told, as fast as the limits allow;
 * - `waiting`: the sender has to sign in before the members can be read;
 * - `paused`: until its sender resumes it;
 * - `done`: everybody was told, or is named with why not;
 * - `stopped`: its sender stopped it; who was not told by then is not told;
 * - `failed`: nobody could be found out (`reason`).
 */
export type AnnouncementState =
  'gathering' | 'sending' | 'waiting' | 'paused' | 'done' | 'stopped' | 'failed';

/** How many receivers are in each state; `total` grows while they are gathered. */
export interface AnnouncementCounts {
  readonly total: number;
  readonly waiting: number;
  readonly delivered: number;
  readonly unreachable: number;
  readonly unconfirmed: number;
  /** Not told, because it ended before: it was stopped, mostly. */
  readonly stopped: number;
}

/** A notice to many. */
export interface Announcement {
  /** 32 lower-case hex digits. */
  readonly id: string;
  /** What makes two wishes the same announcement; unique. */
  readonly sourceKey: string;
  /** SHA-256 (hex) over content and audience. */
  readonly contentHash: string;
  readonly sender: Sender;
  readonly content: AnnouncementContent;
  readonly audience: KnownAudience;
  readonly state: AnnouncementState;
  /** For `failed` and `waiting`. */
  readonly reason?: { readonly code: ErrorCode; readonly details: Readonly<Record<string, string>> };
  readonly counts: AnnouncementCounts;
  /** Where progress and report are shown; undefined when another system asked and wants no card. */
  readonly place?: ReceiptPlace;
  /** Its text is forgotten: what is left are states and counts. */
  readonly forgotten?: true;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When it came to `done`, `stopped` or `failed`. */
  readonly endedAt?: Date;
}

/** The same without its counts, which are counted from its receivers' rows: all that telling somebody needs. */
export type UncountedAnnouncement = Omit<Announcement, 'counts'>;
