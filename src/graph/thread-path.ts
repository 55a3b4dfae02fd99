import type { GraphVersion } from '../config/configuration.ts';
import { groupPath } from './group-path.ts';
import { pathSegment } from './path-segment.ts';

/** A thread, below its group or below its conversation: both paths name the same thread. */
export interface ThreadAddress {
  groupId: string;
  conversationId?: string;
  threadId: string;
}

/** The path of a thread, below the version. */
export function threadPath(
  { groupId, conversationId, threadId }: ThreadAddress,
  version: GraphVersion,
): string {
  const conversation = conversationId === undefined ? '' : `/conversations/${pathSegment(conversationId)}`;
  return `${groupPath({ kind: 'group', groupId }, version)}${conversation}/threads/${pathSegment(threadId)}`;
}
