import type { GraphContext } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';
import type { Conversation, Post, Thread } from './mailbox-items.ts';

/** Items by their ids; a fresh id is not readable for as long as the tenant's profile says. All throw 404. */

export function findConversation(
  context: GraphContext,
  groupId: string,
  id: string | undefined,
): Conversation {
  const conversation = context.mailboxes.conversations(groupId).find((each) => each.id === id);
  return readable(context, conversation);
}

/** @param conversationId when the thread is addressed through its conversation */
export function findThread(
  context: GraphContext,
  groupId: string,
  id: string | undefined,
  conversationId: string | undefined,
): { conversation: Conversation; thread: Thread } {
  const conversations =
    conversationId === undefined
      ? context.mailboxes.conversations(groupId)
      : [findConversation(context, groupId, conversationId)];
  const conversation = conversations.find(({ threads }) => threads.some((thread) => thread.id === id));
  const thread = readable(
    context,
    conversation?.threads.find((each) => each.id === id),
  );
  if (conversation === undefined) throw notFound();
  return { conversation, thread };
}

/** The posts of a thread in the order in which they came; a fresh reply is accepted and not there yet. */
export function readablePosts(context: GraphContext, { posts }: Thread): Post[] {
  const newest = context.now().getTime() - context.profile().freshIdsUnreadableMs;
  // The first one came with its thread, which has become readable.
  return posts.filter((post, index) => index === 0 || Date.parse(post.receivedDateTime) <= newest);
}

export function findPost(context: GraphContext, thread: Thread, id: string | undefined): Post {
  const post = readablePosts(context, thread).find((each) => each.id === id);
  if (post === undefined) throw notFound();
  return post;
}

function readable<Item extends { createdAt: Date }>(context: GraphContext, item: Item | undefined): Item {
  if (item === undefined) throw notFound();
  const age = context.now().getTime() - item.createdAt.getTime();
  if (age < context.profile().freshIdsUnreadableMs) throw notFound();
  return item;
}

function notFound(): GraphRefusal {
  return new GraphRefusal(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}
