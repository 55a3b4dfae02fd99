import type { Person } from '../../conversations/person.ts';
import type { ChatKey } from '../../conversations/ports/installations.ts';

/** Who is in the channels and group chats that the bot knows. */
export interface ChatRosters {
  /**
   * Whether the bot is in a channel or group chat, and this person too, where one is named.
   *
   * @throws CodedError API_TRY_LATER when that cannot be asked now
   */
  has(chat: ChatKey, person?: Person): Promise<boolean>;
}
