import { nextNoticeTime } from './next-notice-time.ts';
import type { NoticeSettings } from './notice-settings.ts';

/** What is gathered before something new of a conversation is shown, and between two notices of it, in milliseconds. */
export const gather = 1_000;
export const burst = 20_000;
/** News of more conversations than this at once are one summary; and those that had to wait for so long. */
const most = 3;
const heldBack = 120_000;

/** One new post that waits to be shown in a chat. */
export interface WaitingPost {
  readonly key: string;
  readonly conversation: string;
  /** When it was stored. */
  readonly createdAt: Date;
}

export interface Delivery {
  /** One for each notice: the conversations in it, each with its posts' keys. */
  readonly notices: readonly (readonly { conversation: string; keys: readonly string[] }[])[];
  /** When the first of those that are left is to be shown; undefined when none is left. */
  readonly next?: Date;
}

/**
 * Which new posts are shown now, and together with which. All times by the database's clock.
 *
 * @param options.lastShown when something was last shown of each conversation
 * @param options.settings of the person whose chat it is; undefined in a chat that several read
 */
export function planDelivery(
  waiting: readonly WaitingPost[],
  options: { now: Date; lastShown: ReadonlyMap<string, Date>; settings?: NoticeSettings },
): Delivery {
  const { now, lastShown, settings } = options;
  const groups = [...Map.groupBy(waiting, ({ conversation }) => conversation)].map(
    ([conversation, posts]) => {
      const oldest = posts.reduce((one, other) => (other.createdAt < one.createdAt ? other : one)).createdAt;
      const last = lastShown.get(conversation)?.getTime() ?? Number.NEGATIVE_INFINITY;
      const ready = new Date(Math.max(oldest.getTime() + gather, last + burst));
      const soonest = ready > now ? ready : now;
      const at = settings === undefined ? soonest : nextNoticeTime(soonest, oldest, settings);
      return { conversation, keys: posts.map(({ key }) => key), oldest, at };
    },
  );
  const ready = groups.filter(({ at }) => at <= now);
  const left = groups.filter(({ at }) => at > now).map(({ at }) => at.getTime());
  return {
    notices: isSummary(ready, options) ? [ready.map(shown)] : ready.map((group) => [shown(group)]),
    ...(left.length > 0 && { next: new Date(Math.min(...left)) }),
  };
}

function isSummary(
  ready: readonly { oldest: Date }[],
  { now, settings }: { now: Date; settings?: NoticeSettings },
): boolean {
  if (ready.length <= 1) return false;
  if (settings?.digestAt !== undefined || ready.length > most) return true;
  return ready.some(({ oldest }) => oldest.getTime() <= now.getTime() - heldBack);
}

function shown({ conversation, keys }: { conversation: string; keys: readonly string[] }) {
  return { conversation, keys };
}
