import type { Attachment, Posting } from './ports/mailbox.ts';
import type { ConversationRequest } from './request.ts';
import { sentBody } from './sent-body.ts';

/** The POST that carries out a request whose target is known. */
export function postingOf(request: ConversationRequest, attachments: readonly Attachment[] = []): Posting {
  const { kind, target, topic, people } = request;
  if (target.group === undefined) throw new Error('the group is not known yet');
  const post = {
    groupId: target.group.id,
    body: sentBody(request),
    people,
    ...(attachments.length > 0 && { attachments }),
    ...(request.marker && { marker: request.id }),
  };
  switch (kind) {
    case 'conversation':
    case 'group-thread':
      return { kind, topic, ...post };
    case 'thread':
      if (target.conversation === undefined) throw new Error('the conversation is not known yet');
      return { kind, topic, conversationId: target.conversation.id, ...post };
    case 'reply':
      if (target.thread === undefined) throw new Error('the thread is not known yet');
      return { kind, threadId: target.thread.id, ...post };
  }
}
