import { CodedError } from './errors/coded-error.ts';
import { isConversationId } from './is-conversation-id.ts';
import type { ConversationSummary, Directory } from './ports/directory.ts';

/** How far back conversations are looked through for a topic. */
const searched = 200;

/**
 * The one conversation of a group that was meant by a topic (any case) or an id.
 *
 * @throws CodedError CONVERSATION_NOT_FOUND or CONVERSATION_AMBIGUOUS, and what the directory throws.
 */
export async function findConversation(
  directory: Directory,
  token: string,
  group: { id: string; name: string },
  typed: string,
): Promise<Pick<ConversationSummary, 'id' | 'topic'>> {
  const wanted = typed.trim();
  const conversations = await directory.conversations(token, group.id, searched);
  const byId = conversations.find((conversation) => conversation.id === wanted);
  if (byId !== undefined) return byId;
  const [first, ...others] = conversations.filter(
    ({ topic }) => topic.normalize('NFC').toLowerCase() === wanted.normalize('NFC').toLowerCase(),
  );
  const details = { group: group.name, conversation: wanted };
  // An id says nothing to a person.
  if (first === undefined && isConversationId(wanted))
    throw new CodedError('CONVERSATION_GONE', { group: group.name });
  if (first === undefined) throw new CodedError('CONVERSATION_NOT_FOUND', details);
  if (others.length > 0) throw new CodedError('CONVERSATION_AMBIGUOUS', details);
  return first;
}
