import type { Address, Conversation, Post, Thread } from './mailbox-items.ts';
import { previewOf } from './preview-of.ts';
import type { Entity } from './select-properties.ts';

/** Mailbox items in Graph's JSON, with every property; what an answer shows of them is its own matter. */

export function conversationJson(conversation: Conversation): Entity {
  const posts = postsOf(conversation.threads);
  return { id: conversation.id, topic: conversation.topic, ...summary(posts) };
}

export function threadJson(thread: Thread): Entity {
  return {
    id: thread.id,
    topic: thread.topic,
    ...summary(postsOf([thread])),
    isLocked: false,
    toRecipients: thread.toRecipients.map(recipient),
    ccRecipients: thread.ccRecipients.map(recipient),
  };
}

export function postJson(post: Post, thread: Thread, conversation: Conversation): Entity {
  const changeKey = Buffer.from(post.id.slice(-30)).toString('base64');
  return {
    '@odata.etag': `W/"${changeKey}"`,
    id: post.id,
    createdDateTime: post.receivedDateTime,
    lastModifiedDateTime: post.receivedDateTime,
    changeKey,
    categories: [],
    receivedDateTime: post.receivedDateTime,
    hasAttachments: post.attachments.length > 0,
    body: post.body,
    from: recipient(post.from),
    sender: recipient(post.sender),
    newParticipants: post.newParticipants.map(recipient),
    conversationId: conversation.id,
    conversationThreadId: thread.id,
  };
}

/** Properties of a thread, and of a post, that are shown only when selected. */
export const selectedOnly = {
  thread: ['toRecipients', 'ccRecipients'],
  post: ['newParticipants', 'conversationId', 'conversationThreadId'],
} as const;

function summary(posts: readonly Post[]): Entity {
  const last = posts.at(-1);
  return {
    hasAttachments: posts.some(({ attachments }) => attachments.length > 0),
    lastDeliveredDateTime: last?.receivedDateTime,
    uniqueSenders: [...new Set(posts.map(({ sender }) => sender.name))],
    preview: last === undefined ? '' : previewOf(last.body),
  };
}

function postsOf(threads: readonly Thread[]): Post[] {
  return threads
    .flatMap(({ posts }) => posts)
    .toSorted((one, other) => one.receivedDateTime.localeCompare(other.receivedDateTime));
}

function recipient({ name, address }: Address): Entity {
  return { emailAddress: { name, address } };
}
