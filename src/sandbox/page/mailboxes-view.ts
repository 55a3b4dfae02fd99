/** What the Outlook view reads of a group's mailbox, and what people do there. */
export interface MailboxesView {
  /** Newest first. */
  conversations(groupId: string): readonly MailConversation[];
  /** Told after each change which group's mailbox changed. Returns what ends the subscription. */
  onChange(listener: (groupId: string) => void): () => void;
  /** Told after each mail that was forwarded to whom, in lower case. Returns what ends the subscription. */
  onForward(listener: (addresses: readonly string[]) => void): () => void;
  remove(groupId: string, conversationId: string): void;
  /** Mail that was forwarded to a person, oldest first. */
  inbox(address: string): readonly {
    readonly from: MailAddress;
    readonly subject: string;
    readonly comment: string;
    readonly body: MailBody;
    readonly at: string;
  }[];
  /** An answer that a person writes in Outlook. */
  postAs(personId: string, groupId: string, threadId: string, body: MailBody): unknown;
  /** A new mail to the group. */
  createConversation(
    groupId: string,
    mail: { topic: string; post: { sender: MailAddress; body: MailBody } },
  ): unknown;
}

export interface MailConversation {
  id: string;
  topic: string;
  /** ISO 8601. */
  lastDeliveredDateTime: string;
  threads: readonly MailThread[];
}

export interface MailThread {
  id: string;
  topic: string;
  toRecipients: readonly MailAddress[];
  ccRecipients: readonly MailAddress[];
  posts: readonly MailPost[];
}

export interface MailPost {
  id: string;
  sender: MailAddress;
  /** ISO 8601. */
  receivedDateTime: string;
  body: MailBody;
  attachments: readonly MailAttachment[];
}

export interface MailAttachment {
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  isInline: boolean;
  /** By which the body names it (`cid:`). */
  contentId?: string;
  /** Base64. */
  contentBytes?: string;
}

export interface MailAddress {
  name: string;
  address: string;
}

export interface MailBody {
  contentType: 'text' | 'html';
  content: string;
}
