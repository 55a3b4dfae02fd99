import type { WatchingWorld } from './start-watching-world.ts';

/** How much of what has a size. */
export interface WatchingSize {
  readonly storm: number;
  readonly groups: number;
}

export interface WatchingCase {
  readonly name: string;
  /** Settings that the instances run with. */
  readonly settings: Readonly<Record<string, string>>;
  /** @throws AssertionError, or when something does not come out */
  run(world: WatchingWorld, tidings: Tidings, size: WatchingSize): Promise<void>;
}

/** Only notifications can be in time; and only polling. */
export const hinted = { POLL_INTERVAL: '10m' };
export const polled = { POLL_INTERVAL: '3s' };

/** Posts that somebody is to be told of, which are looked at once more when everything is over. */
export interface Tidings {
  /** A text that nothing else says. */
  next(): string;
  owe(tiding: Tiding): void;
  readonly owed: readonly Tiding[];
}

export interface Tiding {
  /** Of the case, for what is said when it fails. */
  readonly about: string;
  readonly name: string;
  readonly words: string;
  readonly postId: string;
}

export function createTidings(): Tidings {
  const owed: Tiding[] = [];
  let count = 0;
  return {
    next: () => `Tiding${String((count += 1)).padStart(4, '0')}`,
    owe: (tiding) => void owed.push(tiding),
    owed,
  };
}
