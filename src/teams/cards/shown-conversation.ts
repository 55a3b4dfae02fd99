import { isConversationId } from '../../conversations/is-conversation-id.ts';
import type { Target } from '../../conversations/request.ts';
import type { Texts } from '../texts/texts.ts';

/** The topic of the conversation that gets a thread; never the id of one that was chosen and not looked up yet. */
export function shownConversation(
  { target: { conversation, typedConversation } }: { target: Target },
  texts: Texts['receipt'],
): string | undefined {
  if (conversation !== undefined) return conversation.topic;
  const isId = typedConversation !== undefined && isConversationId(typedConversation);
  return isId ? texts.chosenConversation : typedConversation;
}
