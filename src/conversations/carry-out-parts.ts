import type { Clock } from './ports/clock.ts';
import type { Directory } from './ports/directory.ts';
import type { FileSource } from './ports/file-source.ts';
import type { FileStore } from './ports/file-store.ts';
import type { GroupSlots } from './ports/group-slots.ts';
import type { Ledger } from './ports/ledger.ts';
import type { Log } from './ports/log.ts';
import type { Lookout } from './ports/lookout.ts';
import type { Mailbox } from './ports/mailbox.ts';
import type { Timer } from './ports/timer.ts';
import type { TenantFacts } from './ports/tenant-facts.ts';
import type { Tokens } from './ports/tokens.ts';
import type { RequestState } from './request.ts';

/** What carrying out a request needs from the other rooms. */
export interface CarryOutParts {
  ledger: Ledger;
  tokens: Tokens;
  directory: Directory;
  mailbox: Mailbox;
  lookout: Lookout;
  slots: GroupSlots;
  fileSource: FileSource;
  fileStore: FileStore;
  tenants: TenantFacts;
  clock: Clock;
  timer: Timer;
  log: Log;
  /** Told each state that a request comes into. */
  countState?: (state: RequestState) => void;
  /** A number from 0 up to 1. */
  random: () => number;
  /** Longest time for one POST, in milliseconds, counted from the moment at which the attempt is written. */
  postDeadline: number;
  /** When a lost answer is looked for, in milliseconds after the attempt, growing. */
  settleSchedule: readonly number[];
  /** Who holds the rows that this instance works on. */
  holder: string;
}
