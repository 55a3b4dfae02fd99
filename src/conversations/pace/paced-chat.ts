import type { Person } from '../person.ts';
import { withoutThread } from '../without-thread.ts';

/** One conversation as Teams counts it, or the making of one. */
export interface PacedChat {
  readonly tenantId: string;
  readonly chatId: string;
}

/** The chat that messages of a place count for: all threads of a channel are one conversation. */
export function pacedChat({ tenantId, chatId }: PacedChat): PacedChat {
  return { tenantId, chatId: withoutThread(chatId) };
}

/** Making somebody's personal chat, which Teams counts apart from what is sent there. */
export function pacedCreation({ tenantId, objectId }: Person): PacedChat {
  return { tenantId, chatId: `create|${objectId}` };
}
