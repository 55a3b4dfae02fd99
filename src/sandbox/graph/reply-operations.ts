import { applyMarkerProfile } from './apply-marker-profile.ts';
import { checkBody } from './check-body.ts';
import { findPost, findThread } from './find-item.ts';
import type { GraphAnswer, GraphCall, GraphOperation } from './graph-context.ts';
import { newPostOf, type PostBody } from './new-post-of.ts';
import { requirePerson } from './require-permission.ts';
import { writableMailbox } from './writable-mailbox.ts';

const replies: Readonly<Record<string, GraphOperation>> = {
  '/threads/:threadId/reply': reply,
  '/threads/:threadId/posts/:postId/reply': reply,
};

/** POSTs that answer in a thread, by their path below the group's address; both prefixes. */
export const replyOperations: Readonly<Record<string, GraphOperation>> = {
  ...replies,
  ...Object.fromEntries(
    Object.entries(replies).map(([path, operation]) => [`/conversations/:conversationId${path}`, operation]),
  ),
};

async function reply(call: GraphCall): Promise<GraphAnswer> {
  const groupId = writableMailbox(call);
  const { threadId, conversationId, postId } = call.params;
  const { thread } = findThread(call.context, groupId, threadId, conversationId);
  const inReplyTo = postId === undefined ? thread.posts.at(-1) : findPost(call.context, thread, postId);
  const body = await call.body();
  checkBody('reply', body);
  const { post, Post } = body as { post?: PostBody; Post?: PostBody };
  const kept = applyMarkerProfile((post ?? Post) as PostBody, call.context.profile().marker);
  call.context.mailboxes.reply(groupId, thread, {
    ...newPostOf(kept, requirePerson(call.caller)),
    ...(inReplyTo === undefined ? {} : { inReplyTo: inReplyTo.id }),
  });
  return { status: 202 };
}
