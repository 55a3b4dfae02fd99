import { checkQuery } from './check-query.ts';
import { expandPost } from './expand-post.ts';
import { findConversation, findPost, findThread, readablePosts } from './find-item.ts';
import { findMailbox } from './find-mailbox.ts';
import type { GraphAnswer, GraphCall, GraphOperation } from './graph-context.ts';
import { inListOrder } from './list-order.ts';
import type { Conversation, Post, Thread } from './mailbox-items.ts';
import { conversationJson, postJson, selectedOnly, threadJson } from './mailbox-json.ts';
import { pageOf } from './page-of.ts';
import { requirePermission } from './require-permission.ts';
import { selectProperties, type Entity } from './select-properties.ts';

/** Items of a page when the caller does not say: Exchange's lists are short. */
const pageSize = 10;

const threads: Readonly<Record<string, GraphOperation>> = {
  '/threads': (call) => list(call, threadsOf(call).map(threadJson), selectedOnly.thread),
  '/threads/:threadId': (call) => single(call, threadJson(threadOf(call).thread), selectedOnly.thread),
  '/threads/:threadId/posts': (call) => {
    const { thread, conversation } = threadOf(call);
    return list(
      call,
      postsOf(call, thread).map((post) => expanded(call, post, thread, conversation)),
      selectedOnly.post,
      ['$expand'],
    );
  },
  '/threads/:threadId/posts/:postId': (call) => {
    const { thread, conversation } = threadOf(call);
    const post = findPost(call.context, thread, call.params['postId']);
    return single(call, expanded(call, post, thread, conversation), selectedOnly.post, ['$expand']);
  },
  '/threads/:threadId/posts/:postId/attachments': (call) => {
    const { attachments } = findPost(call.context, threadOf(call).thread, call.params['postId']);
    return list(
      call,
      attachments.map((each) => ({ ...each })),
      [],
    );
  },
};

/** Reads of a group's mailbox by their path below `/groups/{id}`; threads hang below the group and the conversation. */
export const readingOperations: Readonly<Record<string, GraphOperation>> = {
  '/conversations': (call) => {
    const order = call.context.profile().listOrder;
    return list(
      call,
      inListOrder(call.context.mailboxes.conversations(mailbox(call)), order).map(conversationJson),
      [],
    );
  },
  '/conversations/:conversationId': (call) => {
    const { conversationId } = call.params;
    return single(call, conversationJson(findConversation(call.context, mailbox(call), conversationId)), []);
  },
  ...threads,
  ...Object.fromEntries(
    Object.entries(threads).map(([path, operation]) => [`/conversations/:conversationId${path}`, operation]),
  ),
};

function mailbox(call: GraphCall): string {
  requirePermission(call.caller, 'readConversations');
  return findMailbox(call.context, call.caller, call.params['groupId'], 'read').id;
}

function threadsOf(call: GraphCall): Thread[] {
  const { conversationId } = call.params;
  const groupId = mailbox(call);
  const conversations =
    conversationId === undefined
      ? call.context.mailboxes.conversations(groupId)
      : [findConversation(call.context, groupId, conversationId)];
  const newestFirst = conversations
    .flatMap((conversation) => conversation.threads)
    .toSorted((one, other) => lastDelivered(other).localeCompare(lastDelivered(one)));
  return inListOrder(newestFirst, call.context.profile().listOrder);
}

function lastDelivered(thread: Thread): string {
  return thread.posts.at(-1)?.receivedDateTime ?? '';
}

/** Posts come as they came in, unless this tenant keeps no order at all. */
function postsOf({ context }: GraphCall, thread: Thread): Post[] {
  const posts = readablePosts(context, thread);
  return context.profile().listOrder === 'shuffled' ? inListOrder(posts, 'shuffled') : posts;
}

function threadOf(call: GraphCall): { conversation: Conversation; thread: Thread } {
  const { threadId, conversationId } = call.params;
  return findThread(call.context, mailbox(call), threadId, conversationId);
}

function expanded(call: GraphCall, post: Post, thread: Thread, conversation: Conversation): Entity {
  return {
    ...postJson(post, thread, conversation),
    ...expandPost(post, call.query.get('$expand'), call.context.profile().marker),
  };
}

function list(
  call: GraphCall,
  entities: readonly Entity[],
  hidden: readonly string[],
  options: readonly string[] = [],
): GraphAnswer {
  checkQuery(call.query, ['$select', '$top', '$skiptoken', ...options]);
  const page = pageOf(call, entities, pageSize);
  const value = page.value.map((entity) => show(call, entity, hidden));
  return { status: 200, body: { '@odata.context': contextOf(call), ...page, value } };
}

function single(
  call: GraphCall,
  entity: Entity,
  hidden: readonly string[],
  options: readonly string[] = [],
): GraphAnswer {
  checkQuery(call.query, ['$select', ...options]);
  return {
    status: 200,
    body: { '@odata.context': `${contextOf(call)}/$entity`, ...show(call, entity, hidden) },
  };
}

const expansions = new Set([
  'attachments',
  'extensions',
  'singleValueExtendedProperties',
  'multiValueExtendedProperties',
]);

/** What was expanded is shown whatever was selected. */
function show(call: GraphCall, entity: Entity, hidden: readonly string[]): Entity {
  const extra = Object.fromEntries(Object.entries(entity).filter(([name]) => expansions.has(name)));
  return { ...selectProperties(entity, call.query, hidden), ...extra };
}

function contextOf(call: GraphCall): string {
  const { origin, pathname } = new URL(call.address);
  return `${origin}/${call.version}/$metadata#${pathname.slice(call.version.length + 2)}`;
}
