import type { Draft } from './ports/forms.ts';
import type { ConversationRequest } from './request.ts';

/** A form's contents that would make this request again. */
export function draftOf({ kind, target, topic, body, people }: ConversationRequest): Draft {
  return {
    kind,
    group: target.group?.id ?? target.typedGroup,
    ...(kind === 'thread' && {
      conversation: target.conversation?.id ?? target.typedConversation ?? '',
    }),
    ...(kind === 'reply' && target.thread !== undefined && { threadId: target.thread.id }),
    topic,
    body: body.content,
    people: people.map(writeAddress).join(', '),
  };
}

function writeAddress({ address, name }: { address: string; name?: string }): string {
  return name === undefined ? address : `"${name.replaceAll(/["\\]/g, '')}" <${address}>`;
}
