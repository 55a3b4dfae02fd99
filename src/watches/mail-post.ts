/** A thread as a group's list shows it. */
export interface MailThread {
  readonly id: string;
  readonly topic: string;
  /** Missing when Graph does not tell. */
  readonly lastDelivered?: Date;
}

/** A post as a notice shows it. */
export interface MailPost {
  readonly postId: string;
  readonly threadId: string;
  readonly conversationId?: string;
  /** The thread's. */
  readonly topic: string;
  readonly receivedAt: Date;
  /** Address in lower case; both are empty when Graph does not tell. */
  readonly from: { readonly name: string; readonly address: string };
  /** The beginning of its text without any markup: the words of its author, nothing to be trusted. */
  readonly preview: string;
}

/** A post that was read before. */
export interface SeenPost {
  readonly postId: string;
  readonly threadId: string;
  readonly receivedAt: Date;
  /** When the round of reading began in which it was found. By Graph's clock. */
  readonly readAt: Date;
}
