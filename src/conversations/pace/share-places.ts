import type { MessageLimits } from './message-limits.ts';
import { pace } from './pace.ts';
import { countSent, type Sent } from './sent.ts';

/** What one tenant was sent lately. */
export interface TenantSent {
  readonly notices: Sent;
  readonly all: Sent;
  /** By chat. */
  readonly chats: ReadonlyMap<string, Sent>;
}

/** What somebody asks of a tenant's limits in one go. */
export interface PlacesAsked {
  /** Chats of messages that wait for a place, in the order in which they came. */
  readonly waiting: readonly string[];
  /** How many messages went into which chats without waiting. */
  readonly gone: ReadonlyMap<string, number>;
}

/**
 * Shares out what the limits leave at `now` (epoch milliseconds): first what is gone is counted, then each message that
 * waits gets a place if its chat and its tenant have one.
 *
 * @returns for each waiting message how long to wait before asking again (0: it has its place), and what was sent with all
 *   of it counted
 */
export function sharePlaces(
  sent: TenantSent,
  { waiting, gone }: PlacesAsked,
  limits: MessageLimits,
  now: number,
): { waits: number[]; sent: TenantSent } {
  let { notices, all } = sent;
  const chats = new Map(sent.chats);
  const count = (chatId: string, times: number): void => {
    chats.set(chatId, countSent(chats.get(chatId) ?? {}, limits.chat, now, times));
    all = countSent(all, limits.all, now, times);
  };
  for (const [chatId, times] of gone) count(chatId, times);
  const waits = waiting.map((chatId) => {
    const waitMs = Math.max(
      pace(chats.get(chatId) ?? {}, limits.chat, now),
      pace(notices, limits.notices, now),
      pace(all, limits.all, now),
    );
    if (waitMs > 0) return waitMs;
    count(chatId, 1);
    notices = countSent(notices, limits.notices, now);
    return 0;
  });
  return { waits, sent: { notices, all, chats } };
}
