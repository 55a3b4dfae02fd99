import type { RateLimit } from './rate-limit.ts';

/** What a tenant's notices keep to. */
export interface MessageLimits {
  /** Of one chat, whatever is sent there; the same for making chats. */
  readonly chat: readonly RateLimit[];
  /** Of one tenant, notices alone. */
  readonly notices: readonly RateLimit[];
  /** Of one tenant, with everything that does not wait: receipts, answers, updated cards. */
  readonly all: readonly RateLimit[];
}

/**
 * What Teams lets a bot send into one conversation ("Optimize your bot with rate limiting", where a conversation is a chat
 * with one person, a group chat, or a channel): 7 messages in 1 s, 8 in 2 s, 60 in 30 s, 1,800 in an hour.
 */
export const chatLimits: readonly RateLimit[] = [
  { windowMs: 1_000, most: 7 },
  { windowMs: 2_000, most: 8 },
  { windowMs: 30_000, most: 60 },
  { windowMs: 3_600_000, most: 1_800 },
];

/** Requests of an app in one tenant in a second (the same page). */
const tenantMost = 50;

/**
 * How long a message may be under way, in milliseconds. What is counted when it leaves is then within the limits where it
 * arrives, too, whatever each one took.
 */
export const spreadMs = 500;

/** @param noticeRate notices of one tenant in a second; above what Teams allows, it is taken for what the channel allows */
export function messageLimits(
  options: { noticeRate?: number; chat?: readonly RateLimit[] } = {},
): MessageLimits {
  const { noticeRate = 30, chat = chatLimits } = options;
  return {
    chat: chat.map(spread),
    notices: [{ windowMs: 1_000, most: noticeRate }],
    all: [spread({ windowMs: 1_000, most: Math.max(tenantMost, noticeRate) })],
  };
}

/** What leaves within the longer window arrives within the shorter one at most. */
function spread({ windowMs, most }: RateLimit): RateLimit {
  return { windowMs: windowMs + spreadMs, most };
}
