import type { PostingOutcome } from '../conversations/ports/mailbox.ts';
import type { GraphConnection } from './graph-connection.ts';
import { markerProperty } from './marker-property.ts';
import { pathSegment } from './path-segment.ts';
import { postJson, type PostContent, type PostOptions } from './post-json.ts';
import { sendPost } from './send-post.ts';
import { threadPath, type ThreadAddress } from './thread-path.ts';

/**
 * POST …/threads/{id}/posts/{id}/reply: an answer to one post; 202 with nothing in it (learn.microsoft.com/graph
 * post-reply, whose example sends properties that only the service writes).
 *
 * @throws CodedError TARGET_GONE before anything is sent, for ids that are none.
 */
export async function replyToPost(
  connection: GraphConnection,
  { thread, postId, ...content }: PostContent & { thread: ThreadAddress; postId: string },
  options: PostOptions,
): Promise<PostingOutcome> {
  const { conversationId, threadId } = thread;
  const request = {
    path: `${threadPath(thread, connection.version)}/posts/${pathSegment(postId)}/reply`,
    body: { post: { ...postJson(content), ...markerProperty(content.marker) } },
    marked: content.marker !== undefined,
    created: () => ({ ...(conversationId !== undefined && { conversationId }), threadId }),
  };
  return sendPost(connection, request, options);
}
