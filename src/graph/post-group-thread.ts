import type { ConversationThread } from '@microsoft/microsoft-graph-types';
import type { PostingOutcome } from '../conversations/ports/mailbox.ts';
import type { GraphConnection } from './graph-connection.ts';
import { groupPath, type GroupAddress } from './group-path.ts';
import { idOf } from './id-of.ts';
import { markerProperty } from './marker-property.ts';
import { postJson, type PostContent, type PostOptions } from './post-json.ts';
import { sendPost } from './send-post.ts';

/**
 * POST /groups/{id}/threads: a new thread, which is a new conversation; the answer does not name that conversation
 * (learn.microsoft.com/graph group-post-threads).
 *
 * @throws CodedError ADDRESS_NEEDS_BETA or TARGET_GONE before anything is sent.
 */
export async function postGroupThread(
  connection: GraphConnection,
  { group, topic, ...content }: PostContent & { group: GroupAddress; topic: string },
  options: PostOptions,
): Promise<PostingOutcome> {
  const post = { ...postJson(content), ...markerProperty(content.marker) };
  const request = {
    path: `${groupPath(group, connection.version)}/threads`,
    body: { topic, posts: [post] } satisfies ConversationThread,
    marked: content.marker !== undefined,
    created: (body: unknown) => {
      const threadId = idOf(body);
      return { ...(threadId !== undefined && { threadId }) };
    },
  };
  return sendPost(connection, request, options);
}
