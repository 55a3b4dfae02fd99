import type { MailPost, MailThread } from '../mail-post.ts';

/** The reads of one round, one after the other. All throw CodedError: an answer is the whole list. */
export interface MailReads {
  /** Threads in which something was received at `since` or later; older ones may be among them. In any order. */
  threads(since: Date): Promise<MailThread[]>;
  /** Posts of a thread from `since` on; older ones may be among them. In any order. TARGET_GONE for a 404. */
  posts(thread: MailThread, since: Date): Promise<MailPost[]>;
}

/** Groups' mailboxes as the person whose token it is may read them. */
export interface GroupMail {
  open(groupId: string, options: { token: string; deadlineMs: number }): MailReads;
  /** Reads as little as can be. @throws CodedError when the person may not read the group's threads, or it failed */
  checkAccess(groupId: string, token: string): Promise<void>;
  /** The person's own addresses in lower case. @throws CodedError */
  addresses(token: string): Promise<string[]>;
  /** Graph's own time now; undefined before its first answer. */
  serverTime(): Date | undefined;
}
