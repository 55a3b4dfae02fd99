import type { WatchTarget } from '../../watches/watch.ts';

/** What a watch is about, as a person calls it: the conversation and its group, or the group. */
export function watchedName({ group, topic }: Pick<WatchTarget, 'group' | 'topic'>): string {
  return topic === undefined || topic === '' ? group.name : `${topic} (${group.name})`;
}
