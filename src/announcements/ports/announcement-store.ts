import type { Person } from '../../conversations/person.ts';
import type { DueCount } from '../../conversations/ports/ledger.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { Announcement, UncountedAnnouncement } from '../announcement.ts';
import type { UnreachableCounts } from '../announcements.ts';
import type { Gap } from '../gap.ts';
import type { NotToldReason, Receiver } from '../receiver.ts';
import type { Standing } from '../transition.ts';

/** Announcements, one row each, one per source key. */
export interface AnnouncementRows {
  /**
   * Stores a new announcement with those who are to be told, as far as they are known, or finds the one stored under the
   * same source key (unchanged). Durable when the promise resolves.
   */
  accept(
    announcement: UncountedAnnouncement,
    receivers: readonly string[],
  ): Promise<{ announcement: Announcement; first: boolean }>;
  find(id: string): Promise<Announcement | undefined>;
  /** The same without counting its receivers: it costs the same however many there are. */
  findUncounted(id: string): Promise<UncountedAnnouncement | undefined>;
  findBySource(sourceKey: string): Promise<Announcement | undefined>;
  /** Those that wait until this person has signed in. */
  waitingFor(person: Person): Promise<string[]>;
  /**
   * Moves an announcement to where `next` wants it, one at a time over all instances; its receivers, its due time and its
   * card follow. Undefined leaves it as it is.
   *
   * @returns whether it moved
   */
  change(id: string, next: (was: Standing) => Standing | undefined): Promise<boolean>;
  /** A page of its receivers by id, after `after`. */
  receivers(id: string, options: { after?: string; limit: number }): Promise<Receiver[]>;
  /** Those of its receivers who are unreachable or unconfirmed, by kind and why, with the first `named` names of each. */
  gaps(id: string, options: { named: number }): Promise<Gap[]>;
  /** How many of its receivers are unreachable, by why. */
  whyUnreachable(id: string): Promise<UnreachableCounts>;
}

/** An announcement whose members are to be read now. */
export interface GatheringWork {
  readonly announcement: Announcement;
  /** Where the next page begins. */
  readonly position?: string;
  /** Failures in a row. */
  readonly failures: number;
}

export interface GatheringRows {
  takeDueGathering(holder: string, limit: number): Promise<GatheringWork[]>;
  /**
   * In one transaction: these are to be told (each once, however often they are read), and the next page begins there.
   * Renews the hold; answers false, and writes nothing, when it was lost or the announcement no longer gathers.
   */
  addMembers(
    id: string,
    page: { members: readonly { id: string; name?: string }[]; position: string | undefined },
    holder: string,
  ): Promise<boolean>;
  /** Gives it back, due again after that time; without one, it is for the next change to make it due. */
  settleGathering(
    id: string,
    options: { failures: number; dueInMs: number | undefined; position: string | undefined },
    holder: string,
  ): Promise<void>;
}

/** Somebody whom this instance tells now; what is told to them was committed to. */
export interface TakenReceiver {
  readonly id: string;
  /** How often it was put off. */
  readonly tries: number;
  /** How long ago it was put off first, in milliseconds of the store's clock; 0 when it never was. */
  readonly triedForMs: number;
}

export interface TellingRows {
  /**
   * Announcements that tell, and in how many milliseconds each has somebody to tell (0 or less: now), the longest due
   * first; also those of which nobody is left, which are due now.
   */
  dueTelling(options: { withinMs: number; limit: number }): Promise<{ id: string; inMs: number }[]>;
  /** Commits to telling up to `limit` receivers of an announcement that tells: they are held, and in `sending`. */
  takeReceivers(id: string, holder: string, limit: number): Promise<TakenReceiver[]>;
  /**
   * What became of one, for good. One that was given up as lost meanwhile becomes what is known of it now.
   */
  finishReceiver(
    id: string,
    receiver: { id: string; state: 'delivered' | 'unreachable' | 'unconfirmed'; why?: NotToldReason },
    holder: string,
  ): Promise<void>;
  /** These were certainly not told, and are to be told after a time each, unless the announcement has ended. */
  putReceiversBack(
    id: string,
    receivers: readonly { id: string; inMs: number }[],
    holder: string,
  ): Promise<void>;
  /** Nobody of the announcement is told for that time, in milliseconds. */
  putOffTelling(id: string, inMs: number): Promise<void>;
  /** Ends an announcement of which nobody is left to be told, and nobody is being told; answers whether it did. */
  endIfTold(id: string): Promise<boolean>;
  /** Receivers of instances that died in the middle become `unconfirmed`; answers how many. */
  giveUpLost(): Promise<number>;
}

/** A progress card that is due to be looked at. */
export interface CardWork {
  readonly announcement: Announcement & { readonly place: ReceiptPlace };
  readonly activityId?: string;
  /** What the card showed last. */
  readonly shown?: string;
  /** How many are being told at this moment. */
  readonly inFlight: number;
  /** Failures in a row. */
  readonly failures: number;
  /** Grows with every change that is to be shown at once. */
  readonly news: number;
}

export interface CardRows {
  takeDueCards(holder: string, limit: number): Promise<CardWork[]>;
  /** Gives a card back, due after that time, or at once if there were news meanwhile. */
  settleCard(
    id: string,
    card: { activityId?: string; shown?: string; failures: number; news: number },
    dueInMs: number | undefined,
    holder: string,
  ): Promise<void>;
}

export interface AnnouncementStore extends AnnouncementRows, GatheringRows, TellingRows, CardRows {
  dueCounts(): Promise<DueCount[]>;
}
