import { isObjectId } from '../../conversations/is-object-id.ts';
import type { WatchTarget } from '../../watches/watch.ts';

/** What a watch is about, as a person calls it: the conversation and its group, if that has a name here, or the group. */
export function watchedName({ group, topic }: Pick<WatchTarget, 'group' | 'topic'>): string {
  if (topic !== undefined && topic !== '' && isObjectId(group.name)) return topic;
  return topic === undefined || topic === '' ? group.name : `${topic} (${group.name})`;
}
