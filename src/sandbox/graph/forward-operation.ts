import { checkBody } from './check-body.ts';
import { findPost, findThread } from './find-item.ts';
import type { GraphAnswer, GraphCall, GraphOperation } from './graph-context.ts';
import { GraphRefusal } from './graph-refusal.ts';
import { addressesOf } from './new-post-of.ts';
import { requirePermission, requirePerson } from './require-permission.ts';
import { findMailbox } from './find-mailbox.ts';

const path = '/threads/:threadId/posts/:postId/forward';

/** POST that forwards a post, by its path below the group's address; both prefixes. */
export const forwardOperations: Readonly<Record<string, GraphOperation>> = {
  [path]: forward,
  [`/conversations/:conversationId${path}`]: forward,
};

/** 202 with nothing in it; the mail goes to the recipients' own inboxes, and leaves nothing in the group's mailbox. */
async function forward(call: GraphCall): Promise<GraphAnswer> {
  const { context, caller, params } = call;
  const person = requirePerson(caller);
  requirePermission(caller, 'writeConversations');
  const groupId = findMailbox(context, caller, params['groupId'], 'read').id;
  const { thread } = findThread(context, groupId, params['threadId'], params['conversationId']);
  const post = findPost(context, thread, params['postId']);
  const body = await call.body();
  checkBody('forward', body);
  const { comment = '', toRecipients } = body as {
    comment?: string | null;
    toRecipients?: Parameters<typeof addressesOf>[0];
  };
  const recipients = addressesOf(toRecipients);
  if (recipients.length === 0)
    throw new GraphRefusal(400, 'ErrorInvalidRecipients', 'At least one recipient is needed.');
  context.mailboxes.forward({
    from: { name: person.displayName, address: person.mail },
    to: recipients,
    subject: thread.topic,
    comment: comment ?? '',
    body: post.body,
  });
  return { status: 202 };
}
