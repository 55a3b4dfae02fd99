import { asksForConversation } from './asks-for-conversation.ts';
import type { Draft } from './ports/forms.ts';
import type { ConversationRequest } from './request.ts';

/** A form's contents that would make this request again. */
export function draftOf({ kind, target, topic, body, people }: ConversationRequest): Draft {
  const threadId = target.thread?.id;
  return {
    kind,
    group: target.group?.id ?? target.typedGroup,
    ...(asksForConversation({ kind, ...(threadId !== undefined && { threadId }) }) && {
      conversation: target.conversation?.id ?? target.typedConversation ?? '',
    }),
    ...(kind === 'reply' && threadId !== undefined && { threadId }),
    topic: kind === 'reply' ? (target.conversation?.topic ?? topic) : topic,
    body: body.content,
    people: people.map(writeAddress).join(', '),
  };
}

function writeAddress({ address, name }: { address: string; name?: string }): string {
  return name === undefined ? address : `"${name.replaceAll(/["\\]/g, '')}" <${address}>`;
}
