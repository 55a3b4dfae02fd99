import type { Person } from '../person.ts';
import type { ListedGroup } from './lists.ts';

/** A chat, for all who are in it. */
export interface ChatOfTenant {
  readonly tenantId: string;
  readonly chatId: string;
}

/** The group that a chat posts to when none is named; stored encrypted. */
export interface DefaultGroups {
  /** `by` is whose choice it is; the last one counts. */
  choose(chat: ChatOfTenant, group: ListedGroup, by: Person): Promise<void>;
  find(chat: ChatOfTenant): Promise<ListedGroup | undefined>;
  forget(chat: ChatOfTenant): Promise<void>;
}
