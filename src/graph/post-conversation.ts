import type { Conversation } from '@microsoft/microsoft-graph-types';
import type { PostingOutcome } from '../conversations/ports/mailbox.ts';
import type { GraphConnection } from './graph-connection.ts';
import { groupPath, type GroupAddress } from './group-path.ts';
import { idOf } from './id-of.ts';
import { markerProperty } from './marker-property.ts';
import { postJson, type PostContent, type PostOptions } from './post-json.ts';
import { sendPost } from './send-post.ts';

/**
 * POST /groups/{id}/conversations: a new conversation. The answer names the conversation and its thread, not the post
 * (learn.microsoft.com/graph group-post-conversations).
 *
 * @throws CodedError ADDRESS_NEEDS_BETA or TARGET_GONE before anything is sent.
 */
export async function postConversation(
  connection: GraphConnection,
  { group, topic, ...content }: PostContent & { group: GroupAddress; topic: string },
  options: PostOptions,
): Promise<PostingOutcome> {
  const post = { ...postJson(content), ...markerProperty(content.marker) };
  const request = {
    path: `${groupPath(group, connection.version)}/conversations`,
    body: { topic, threads: [{ posts: [post] }] } satisfies Conversation,
    marked: content.marker !== undefined,
    created: (body: unknown) => {
      const conversationId = idOf(body);
      const threadId = idOf(firstThread(body));
      return {
        ...(conversationId !== undefined && { conversationId }),
        ...(threadId !== undefined && { threadId }),
      };
    },
  };
  return sendPost(connection, request, options);
}

function firstThread(body: unknown): unknown {
  if (typeof body !== 'object' || body === null || !('threads' in body)) return undefined;
  return Array.isArray(body.threads) ? (body.threads[0] as unknown) : undefined;
}
