import type { ConversationRequest } from './request.ts';

/** Looks that could not be made go on for a day after the attempt. */
const longest = 24 * 3_600_000;

/**
 * When an unknown outcome is looked for next, after the look that was just made.
 *
 * @param schedule times of the looks after the attempt, in milliseconds, growing
 * @returns undefined when it was looked for often enough: then the author decides
 */
export function nextLook(
  request: ConversationRequest,
  complete: boolean,
  now: Date,
  schedule: readonly number[],
): Date | undefined {
  const made = (request.looks ?? 0) + 1;
  const gap = (index: number): number => (schedule[index] ?? 0) - (schedule[index - 1] ?? 0);
  if (made < schedule.length) return new Date(now.getTime() + gap(made));
  const age = now.getTime() - (request.attemptedAt ?? request.createdAt).getTime();
  if (complete || age > longest) return undefined;
  return new Date(now.getTime() + Math.max(1, gap(schedule.length - 1)));
}

/** When a lost answer is first looked for. */
export function firstLook(now: Date, schedule: readonly number[]): Date {
  return new Date(now.getTime() + (schedule[0] ?? 0));
}
