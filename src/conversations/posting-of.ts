import type { Posting } from './ports/mailbox.ts';
import type { ConversationRequest } from './request.ts';

/** The POST that carries out a request whose target is known. */
export function postingOf(request: ConversationRequest): Posting {
  const { target, topic, body, people } = request;
  if (target.group === undefined) throw new Error('the group is not known yet');
  const post = {
    groupId: target.group.id,
    topic,
    body,
    people,
    ...(request.marker && { marker: request.id }),
  };
  if (request.kind === 'conversation') return { kind: 'conversation', ...post };
  if (target.conversation === undefined) throw new Error('the conversation is not known yet');
  return { kind: 'thread', conversationId: target.conversation.id, ...post };
}
