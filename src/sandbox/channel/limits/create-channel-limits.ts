import { teamsLimits, type CountedAs, type Limit } from './limit-table.ts';
import { createSlidingCount, type SlidingCount } from './sliding-count.ts';

/** One request: what it is counted as, and in which conversation. */
export interface CountedRequest {
  readonly as: Exclude<CountedAs, 'tenant'>;
  readonly chatId: string;
}

/** What was asked for most within one of the windows. */
export interface HighestCount extends Limit {
  readonly as: CountedAs;
  /** Refused requests included. */
  readonly highest: number;
}

/** How often the bot asks the channel for something, counted as Teams does. */
export interface ChannelLimits {
  /** Whether requests above a limit are refused; they are counted either way. May be changed while it runs. */
  enforced: boolean;
  /** Counts a request. @returns when it is refused: what `Retry-After` says, in seconds, which Teams does not always send */
  ask(requests: readonly CountedRequest[]): { retryAfter?: number } | undefined;
  /** For each limit the most that was asked for in any stretch of its window, in any one conversation. */
  highest(): readonly HighestCount[];
  /** Those of them that were exceeded. */
  exceeded(): readonly HighestCount[];
  /** How many requests were refused. */
  readonly refused: number;
  clear(): void;
}

const kinds = Object.keys(teamsLimits) as CountedAs[];

/** @param options.now the channel's time */
export function createChannelLimits(options: { now: () => Date; enforced?: boolean }): ChannelLimits {
  const counts = (): Record<CountedAs, SlidingCount> => {
    const of = (as: CountedAs) => createSlidingCount(teamsLimits[as].map(({ windowMs }) => windowMs));
    return { send: of('send'), create: of('create'), members: of('members'), tenant: of('tenant') };
  };
  const asked = counts();
  const taken = counts();
  let refused = 0;

  const highest = (): HighestCount[] =>
    kinds.flatMap((as) =>
      teamsLimits[as].map((limit) => ({ as, ...limit, highest: asked[as].highest(limit.windowMs) })),
    );

  const limits: ChannelLimits = {
    enforced: options.enforced ?? false,
    ask(requests) {
      const at = options.now().getTime();
      const all = [...requests, { as: 'tenant' as const, chatId: '' }];
      for (const { as, chatId } of all) asked[as].add(chatId, at);
      const waits = all.flatMap(({ as, chatId }) =>
        teamsLimits[as].map(({ windowMs, most }) => taken[as].untilFewerThan(most, chatId, windowMs, at)),
      );
      const wait = Math.max(...waits);
      if (wait > 0 && limits.enforced) {
        refused += 1;
        return refused % 2 === 1 ? { retryAfter: Math.ceil(wait / 1000) } : {};
      }
      for (const { as, chatId } of all) taken[as].add(chatId, at);
      return undefined;
    },
    highest,
    exceeded: () => highest().filter((each) => each.highest > each.most),
    get refused() {
      return refused;
    },
    clear() {
      for (const as of kinds) {
        asked[as].clear();
        taken[as].clear();
      }
      refused = 0;
    },
  };
  return limits;
}
