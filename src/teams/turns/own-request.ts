import { personKey } from '../../conversations/person.ts';
import type { ConversationRequest } from '../../conversations/request.ts';
import type { TeamsParts } from './teams-parts.ts';
import type { Turn } from './turn.ts';

/** The request that a button names, if it is the person's own. */
export async function ownRequest(
  { author }: Turn,
  { requestId }: Readonly<Record<string, unknown>>,
  { conversations }: Pick<TeamsParts, 'conversations'>,
): Promise<ConversationRequest | undefined> {
  const request = typeof requestId === 'string' ? await conversations.find(requestId) : undefined;
  return request !== undefined && personKey(request.author) === personKey(author) ? request : undefined;
}
