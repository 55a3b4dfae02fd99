import type { ConversationSummary, GroupSummary } from './directory.ts';

/** A conversation and the group whose mailbox holds it. */
export interface FoundConversation {
  readonly conversation: ConversationSummary;
  readonly group: GroupSummary & { readonly mail: string };
}

export interface ConversationSearchAnswer {
  /** Newest first. */
  readonly found: readonly FoundConversation[];
  /** How many groups there were to search, and how many of them were read. */
  readonly groups: number;
  readonly searched: number;
}

/** Conversations in the person's own groups, as the person whose token it is may see them. */
export interface ConversationSearch {
  /**
   * Those whose topic, or whose group's name, contains `text`; the newest for an empty text. A group that cannot be read
   * in time is left out and not counted as searched.
   *
   * @param options.limit at most so many conversations
   * @param options.deadlineMs milliseconds for all of it
   * @throws CodedError when the groups themselves cannot be listed (SIGN_IN_EXPIRED for a 401), or none could be read
   */
  search(
    token: string,
    options: { text: string; limit: number; deadlineMs: number },
  ): Promise<ConversationSearchAnswer>;
}
