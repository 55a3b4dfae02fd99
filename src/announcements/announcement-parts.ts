import type { Background } from '../conversations/ports/background.ts';
import type { Clock } from '../conversations/ports/clock.ts';
import type { Ids } from '../conversations/ports/ids.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { Timer } from '../conversations/ports/timer.ts';
import type { Tokens } from '../conversations/ports/tokens.ts';
import type { AnnouncementMessages } from './ports/announcement-messages.ts';
import type { AnnouncementStore } from './ports/announcement-store.ts';
import type { GroupMembers } from './ports/group-members.ts';

/** What telling many needs from the other rooms. */
export interface AnnouncementParts {
  store: AnnouncementStore;
  messages: AnnouncementMessages;
  members: GroupMembers;
  tokens: Tokens;
  clock: Clock;
  timer: Timer;
  ids: Ids;
  background: Background;
  log: Log;
  /** A number from 0 up to 1. */
  random: () => number;
  /** Who holds the rows that this instance works on. */
  holder: string;
}
