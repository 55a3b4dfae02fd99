import type { Person } from '../conversations/person.ts';

/**
 * - `wanted`: to be made, or to be found out whether it was made;
 * - `on`: Graph calls back;
 * - `refused`: Graph lets nobody here subscribe, the group is only polled;
 * - `unwanted`: nobody watches the group any more.
 */
export type SubscriptionState = 'wanted' | 'on' | 'refused' | 'unwanted';

/** The one subscription of a watched group. Stored before Graph hears of it. */
export interface Subscription {
  /** Of the group: `groupKey`. */
  readonly key: string;
  readonly tenantId: string;
  readonly groupId: string;
  readonly state: SubscriptionState;
  /** Graph's id; missing until it is known. */
  readonly subscriptionId?: string;
  /** The secret that Graph's calls have to name. */
  readonly clientState: string;
  /** Whose token holds it. */
  readonly holder?: Person;
  readonly expiresAt?: Date;
  /** When it was made or renewed last. */
  readonly renewedAt?: Date;
  /** What it was due for: whoever makes it due anew while it is worked on changes this. */
  readonly dueAt?: Date;
  /** Calls in a row that failed. */
  readonly failures: number;
}
