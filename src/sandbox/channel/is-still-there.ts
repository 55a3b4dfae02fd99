import type { ChatMessage } from './chat-message.ts';

/** How long a targeted message is there, in milliseconds (Teams platform, "Targeted messages"). */
const targetedMs = 24 * 3_600_000;

/** Whether a message is still there: a targeted one for 24 hours. */
export function isStillThere({ onlyFor, sentAt }: ChatMessage, now: Date): boolean {
  return onlyFor === undefined || now.getTime() - sentAt.getTime() < targetedMs;
}
