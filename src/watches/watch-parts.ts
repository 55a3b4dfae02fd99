import type { Background } from '../conversations/ports/background.ts';
import type { Clock } from '../conversations/ports/clock.ts';
import type { Directory } from '../conversations/ports/directory.ts';
import type { GroupSlots } from '../conversations/ports/group-slots.ts';
import type { Ids } from '../conversations/ports/ids.ts';
import type { Log } from '../conversations/ports/log.ts';
import type { Timer } from '../conversations/ports/timer.ts';
import type { Tokens } from '../conversations/ports/tokens.ts';
import type { GroupMail } from './ports/group-mail.ts';
import type { Notices } from './ports/notices.ts';
import type { Subscriptions } from './ports/subscriptions.ts';
import type { WatchStore } from './ports/watch-store.ts';

/** What watching needs from the other rooms. */
export interface WatchParts {
  store: WatchStore;
  mail: GroupMail;
  subscriptions: Subscriptions;
  notices: Notices;
  tokens: Tokens;
  directory: Directory;
  slots: GroupSlots;
  clock: Clock;
  timer: Timer;
  ids: Ids;
  background: Background;
  log: Log;
  /** A number from 0 up to 1. */
  random: () => number;
  /** How often a group is read, in milliseconds. */
  pollInterval: number;
  /** Whether watches may show a group's mail to everybody in a channel or group chat. */
  sharedWatches: boolean;
  /** Who holds the rows that this instance works on. */
  holder: string;
}
