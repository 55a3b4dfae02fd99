import type { Person } from '../conversations/person.ts';

/**
 * A wish to hear of new posts: in one conversation, or in all of a group. It belongs to the person who asked, whose access
 * to the group decides what may be shown; it is answered in that person's chat, or in a channel.
 */
export interface Watch {
  readonly id: string;
  readonly person: Person;
  readonly groupId: string;
  /** Undefined watches the whole group. */
  readonly conversationId?: string;
  readonly chatId: string;
  /** A watch starts when it is made: older posts are not news. */
  readonly since: Date;
}
