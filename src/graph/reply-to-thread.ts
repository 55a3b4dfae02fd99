import type { PostingOutcome } from '../conversations/ports/mailbox.ts';
import type { GraphConnection } from './graph-connection.ts';
import { markerProperty } from './marker-property.ts';
import { postJson, type PostContent, type PostOptions } from './post-json.ts';
import { sendPost } from './send-post.ts';
import { threadPath, type ThreadAddress } from './thread-path.ts';

/**
 * POST …/threads/{id}/reply: an answer at the end of a thread. Graph says 202 with nothing in it: accepted, not yet
 * there (learn.microsoft.com/graph conversationthread-reply).
 *
 * @throws CodedError TARGET_GONE before anything is sent, for ids that are none.
 */
export async function replyToThread(
  connection: GraphConnection,
  { thread, ...content }: PostContent & { thread: ThreadAddress },
  options: PostOptions,
): Promise<PostingOutcome> {
  const { conversationId, threadId } = thread;
  const request = {
    path: `${threadPath(thread, connection.version)}/reply`,
    body: { post: { ...postJson(content), ...markerProperty(content.marker) } },
    marked: content.marker !== undefined,
    created: () => ({ ...(conversationId !== undefined && { conversationId }), threadId }),
  };
  return sendPost(connection, request, options);
}
