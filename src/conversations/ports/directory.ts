/** A group as far as a person may see it. */
export interface GroupSummary {
  readonly id: string;
  readonly name: string;
  readonly mail?: string;
  /** Only `microsoft365` groups have a mailbox with conversations. */
  readonly type: 'microsoft365' | 'security' | 'distribution' | 'other';
  readonly visibility?: string;
  /** True when it came from the person's own memberships. */
  readonly own: boolean;
}

export interface ConversationSummary {
  readonly id: string;
  readonly topic: string;
  readonly lastDelivered?: Date;
  readonly preview?: string;
}

/** A thread of a conversation; its last words are the conversation's, or older ones. */
export interface ThreadSummary {
  readonly id: string;
  readonly topic: string;
  readonly lastDelivered?: Date;
  /** The beginning of its newest post, as plain text. */
  readonly preview?: string;
}

/** Somebody with a mail address. */
export interface PersonSummary {
  readonly name: string;
  readonly mail: string;
}

/** Who gets what is posted to a group; undefined where Graph did not say. */
export interface GroupAudience {
  readonly members?: number;
  /** Those of them who are guests of the organisation. */
  readonly guests?: number;
}

/**
 * Groups, conversations and people as the person whose token it is may see them.
 * Methods throw `CodedError` for what Graph answers; a 401 is `SIGN_IN_EXPIRED` with `claims` in its details if any.
 */
export interface Directory {
  /**
   * The person's own Microsoft 365 groups; with `query`, those whose name or address contains it. At most `limit`.
   *
   * @throws CodedError READ_PERMISSION_MISSING where only their ids may be read
   */
  ownGroups(token: string, options: { query?: string; limit: number }): Promise<GroupSummary[]>;
  groupById(token: string, id: string): Promise<GroupSummary | undefined>;
  /** Groups of any type with this mail address. */
  groupsByMail(token: string, mail: string): Promise<GroupSummary[]>;
  /** Groups of any type with exactly this name (any case), then those whose name starts with or contains it. */
  groupsByName(token: string, name: string, limit: number): Promise<GroupSummary[]>;
  /** Newest conversations of a group, at most `limit`. */
  conversations(token: string, groupId: string, limit: number): Promise<ConversationSummary[]>;
  /** The threads of a conversation, newest first. TARGET_GONE when there is no such conversation. */
  threads(token: string, groupId: string, conversationId: string): Promise<ThreadSummary[]>;
  /**
   * Somebody of the organisation by object id; undefined when there is nobody, `mail` undefined when they have none.
   * PEOPLE_NOT_READABLE where this may not be asked.
   */
  personById(token: string, id: string): Promise<{ name: string; mail?: string } | undefined>;
  /**
   * People with a mail address whose name fits: those whom the person knows, then everybody of the organisation. What may
   * not be asked, or is not there (people in China), is left out; PEOPLE_NOT_READABLE when nothing may be asked.
   */
  peopleByName(token: string, name: string, limit: number): Promise<PersonSummary[]>;
  /** How many people a group has. Never throws, and takes at most `deadlineMs`. */
  audience(token: string, groupId: string, deadlineMs: number): Promise<GroupAudience>;
  /** Lower-case mail domains of the organisation, as far as they can be read by then. Never throws. */
  ownDomains(token: string, deadlineMs: number): Promise<string[]>;
}
