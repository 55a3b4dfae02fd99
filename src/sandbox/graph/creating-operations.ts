import { applyMarkerProfile } from './apply-marker-profile.ts';
import { checkBody } from './check-body.ts';
import { findConversation } from './find-item.ts';
import type { GraphCall, GraphOperation } from './graph-context.ts';
import { addressesOf, newPostOf, type PostBody } from './new-post-of.ts';
import type { NewThread } from './mailboxes.ts';
import { refuseProperty } from './refuse-property.ts';
import { requirePerson } from './require-permission.ts';
import { writableMailbox } from './writable-mailbox.ts';

interface ThreadBody {
  topic?: string;
  toRecipients?: Parameters<typeof addressesOf>[0];
  ccRecipients?: Parameters<typeof addressesOf>[0];
  posts: [PostBody];
}

/** POSTs that create a conversation or thread, by their path below the group's address. */
export const creatingOperations: Readonly<Record<string, GraphOperation>> = {
  '/conversations': async (call) => {
    const groupId = writableMailbox(call);
    const body = await call.body();
    checkBody('conversation', body);
    const { topic, threads } = body as { topic: string; threads: [ThreadBody] };
    const { conversation, thread } = call.context.mailboxes.createConversation(
      groupId,
      newThreadOf(call, { ...threads[0], topic }),
    );
    return {
      status: call.context.profile().createdStatus,
      body: { '@odata.context': contextOf(call), id: conversation.id, threads: [{ id: thread.id }] },
    };
  },
  '/threads': async (call) => {
    const groupId = writableMailbox(call);
    const body = await call.body();
    checkBody('conversationThread', body);
    const { thread } = call.context.mailboxes.createConversation(
      groupId,
      newThreadOf(call, body as ThreadBody),
    );
    return { status: 201, body: { '@odata.context': contextOf(call), id: thread.id } };
  },
  '/conversations/:conversationId/threads': async (call) => {
    const groupId = writableMailbox(call);
    const conversation = findConversation(call.context, groupId, call.params['conversationId']);
    const body = await call.body();
    checkBody('conversationThread', body);
    const { posts } = body as ThreadBody;
    // The only creating POST that the documentation of extended properties does not list.
    if (posts[0].singleValueExtendedProperties !== undefined) refuseProperty('singleValueExtendedProperties');
    const thread = call.context.mailboxes.createThread(
      groupId,
      conversation,
      newThreadOf(call, body as ThreadBody),
    );
    return { status: 201, body: { '@odata.context': contextOf(call), id: thread.id } };
  },
};

function newThreadOf(call: GraphCall, body: ThreadBody): NewThread {
  const post = applyMarkerProfile(body.posts[0], call.context.profile().marker);
  return {
    topic: body.topic ?? '',
    toRecipients: addressesOf(body.toRecipients),
    ccRecipients: addressesOf(body.ccRecipients),
    post: newPostOf(post, requirePerson(call.caller)),
  };
}

function contextOf(call: GraphCall): string {
  const { origin, pathname } = new URL(call.address);
  return `${origin}/${call.version}/$metadata#${pathname.slice(call.version.length + 2)}/$entity`;
}
