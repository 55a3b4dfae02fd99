import { asksForConversation } from './asks-for-conversation.ts';
import type { Draft } from './ports/forms.ts';
import type { ConversationRequest, RequestKind, Target } from './request.ts';
import { planDraftOf } from './schedule/plan-draft.ts';

/** A form's contents that would make this request again. */
export function draftOf(request: ConversationRequest): Draft {
  const { kind, target, topic, body, typed, files, people, typedPeople = [], tellMembers } = request;
  return {
    kind,
    group: target.group?.id ?? target.typedGroup,
    ...conversationOf(kind, target),
    topic: kind === 'reply' ? (target.conversation?.topic ?? topic) : topic,
    body: typed ?? body.content,
    ...(body.contentType === 'text' && { plainBody: body.content }),
    ...(files !== undefined && { files }),
    people: [...people.map(writeAddress), ...typedPeople.map(writeName)].join(', '),
    ...(tellMembers && { tellMembers }),
    ...planDraftOf(request),
  };
}

/** What is answered or gets the thread: a thread that is known, else the conversation as it was named. */
function conversationOf(
  kind: RequestKind,
  { thread, conversation, typedConversation = '' }: Target,
): Pick<Draft, 'conversation' | 'threadId'> {
  if (kind === 'reply' && thread !== undefined) return { threadId: thread.id };
  return asksForConversation({ kind }) ? { conversation: conversation?.id ?? typedConversation } : {};
}

function writeAddress({ address, name }: { address: string; name?: string }): string {
  return name === undefined ? address : `"${name.replaceAll(/["\\]/g, '')}" <${address}>`;
}

/** A name that holds a separator is one name only in quotes. */
function writeName(name: string): string {
  return /[,;"\\\r\n]/.test(name) ? `"${name.replaceAll(/["\\]/g, '')}"` : name;
}
