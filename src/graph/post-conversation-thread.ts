import type { ConversationThread } from '@microsoft/microsoft-graph-types';
import type { PostingOutcome } from '../conversations/ports/mailbox.ts';
import type { GraphConnection } from './graph-connection.ts';
import { groupPath, type GroupAddress } from './group-path.ts';
import { idOf } from './id-of.ts';
import { markerExtension } from './marker-extension.ts';
import { pathSegment } from './path-segment.ts';
import { postJson, type PostContent, type PostOptions } from './post-json.ts';
import { sendPost } from './send-post.ts';

/**
 * POST /groups/{id}/conversations/{id}/threads: a new thread in an existing conversation. Extended properties are not
 * documented for this call, so the marker is an open extension (learn.microsoft.com/graph conversation-post-threads).
 *
 * @throws CodedError ADDRESS_NEEDS_BETA or TARGET_GONE before anything is sent.
 */
export async function postConversationThread(
  connection: GraphConnection,
  thread: PostContent & { group: GroupAddress; conversationId: string; topic: string },
  options: PostOptions,
): Promise<PostingOutcome> {
  const { group, conversationId, topic, ...content } = thread;
  const post = { ...postJson(content), ...markerExtension(content.marker) };
  const request = {
    path: `${groupPath(group, connection.version)}/conversations/${pathSegment(conversationId)}/threads`,
    body: { topic, posts: [post] } satisfies ConversationThread,
    marked: content.marker !== undefined,
    created: (body: unknown) => {
      const threadId = idOf(body);
      return { conversationId, ...(threadId !== undefined && { threadId }) };
    },
  };
  return sendPost(connection, request, options);
}
