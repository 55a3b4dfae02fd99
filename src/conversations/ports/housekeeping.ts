import type { Recipient } from '../request.ts';

/** A post in a group's mailbox, by its ids in Graph. */
export interface PostAddress {
  readonly groupId: string;
  readonly threadId: string;
  readonly postId: string;
}

/** What people do with conversations that are there, as the person whose token it is. */
export interface Housekeeping {
  /** The newest post of a conversation. @throws CodedError TARGET_GONE when there is none */
  newestPost(token: string, conversation: { groupId: string; conversationId: string }): Promise<PostAddress>;
  /**
   * Forwards a post: one POST and never another. A lost answer cannot be looked for, because a forward leaves nothing in
   * the group's mailbox.
   *
   * @throws CodedError FORWARD_UNKNOWN when it may have been sent, FORWARDING_NOT_ALLOWED, or what Graph answers
   */
  forward(
    token: string,
    post: PostAddress,
    message: { recipients: readonly Recipient[]; comment: string },
  ): Promise<void>;
}
