import type { Forgettable } from '../../conversations/ports/forgetting-work.ts';
import type { Person } from '../../conversations/person.ts';
import type { ReceiptPlace } from '../../conversations/request.ts';
import type { TeamsParts } from '../turns/teams-parts.ts';

/**
 * The bot was taken out of a chat: what is kept about the person (or, of a shared chat, about the chat) is forgotten in
 * 30 days; that the person does not want it stays. Says nothing: the channel refuses whatever is sent there now (403).
 */
export async function onRemoved(
  place: ReceiptPlace,
  person: Person | undefined,
  {
    installations,
    personInstalls,
    forgetting,
  }: Pick<TeamsParts, 'installations' | 'personInstalls' | 'forgetting'>,
): Promise<void> {
  const { tenantId, chatId } = place;
  await installations.removed({ tenantId, chatId });
  if (place.chatType === 'personal' && person !== undefined) await personInstalls.removed(person);
  const subject: Forgettable | undefined =
    place.chatType !== 'personal' ? { chat: { tenantId, chatId } } : person && { person };
  if (subject !== undefined) await forgetting.removed(subject);
}
