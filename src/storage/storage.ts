import type { AnnouncementStore } from '../announcements/ports/announcement-store.ts';
import type { Challenges } from '../conversations/ports/challenges.ts';
import type { CallCounter } from '../conversations/ports/call-counter.ts';
import type { Chats } from '../conversations/ports/chats.ts';
import type { DefaultGroups } from '../conversations/ports/default-groups.ts';
import type { FileStore } from '../conversations/ports/file-store.ts';
import type { FollowUpWork } from '../conversations/ports/follow-up-work.ts';
import type { ForgettingWork } from '../conversations/ports/forgetting-work.ts';
import type { Forms } from '../conversations/ports/forms.ts';
import type { GroupSlots } from '../conversations/ports/group-slots.ts';
import type { Installations } from '../conversations/ports/installations.ts';
import type { Leases } from '../conversations/ports/leases.ts';
import type { Ledger } from '../conversations/ports/ledger.ts';
import type { Lists } from '../conversations/ports/lists.ts';
import type { TenantFacts } from '../conversations/ports/tenant-facts.ts';
import type { PersonInstalls } from '../conversations/ports/person-installs.ts';
import type { MessagePace } from '../conversations/ports/message-pace.ts';
import type { Reach } from '../conversations/ports/reach.ts';
import type { Tickets } from '../conversations/ports/tickets.ts';
import type { TokenPartitions } from '../conversations/ports/token-partitions.ts';
import type { WaitingCommands } from '../conversations/ports/waiting-commands.ts';
import type { WatchStore } from '../watches/ports/watch-store.ts';

/** How many rows one sweep removed. */
export interface Swept {
  readonly forms: number;
  readonly attachments: number;
  readonly tickets: number;
  /** Lists, and commands that wait for a sign-in. */
  readonly notes: number;
}

/** Everything that must survive a restart, behind the interfaces that the rooms above ask for. */
export interface Storage {
  readonly ledger: Ledger;
  readonly followUps: FollowUpWork;
  readonly forms: Forms;
  readonly fileStore: FileStore;
  readonly tickets: Tickets;
  readonly partitions: TokenPartitions;
  readonly challenges: Challenges;
  readonly chats: Chats;
  readonly reach: Reach;
  readonly messagePace: MessagePace;
  readonly personInstalls: PersonInstalls;
  readonly leases: Leases;
  readonly lists: Lists;
  readonly waitingCommands: WaitingCommands;
  readonly defaultGroups: DefaultGroups;
  readonly callCounter: CallCounter;
  readonly groupSlots: GroupSlots;
  readonly tenantFacts: TenantFacts;
  readonly installations: Installations;
  readonly forgetting: ForgettingWork;
  readonly watches: WatchStore;
  readonly announcements: AnnouncementStore;
  /** Whether the database answers now; for readiness, never throws. */
  healthy(): Promise<boolean>;
  /**
   * Removes forms, tickets, notes and files that have expired at `now` (the caller's clock), and leases and counts of calls
   * that have ended. Requests are never removed, only emptied (`forgetting`). What is known of watching for long enough goes
   * too, uncounted.
   */
  sweep(now: Date): Promise<Swept>;
  /** Ends the connections and gives the folder back; nothing may be asked afterwards, except to close once more. */
  close(): Promise<void>;
}
