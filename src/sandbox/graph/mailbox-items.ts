/** What a group's mailbox holds. Ids look like Exchange's; everything is kept in memory. */

export interface Address {
  name: string;
  address: string;
}

export interface ItemBody {
  contentType: 'text' | 'html';
  content: string;
}

export interface Attachment {
  '@odata.type': string;
  id: string;
  name: string;
  contentType: string;
  /** Bytes. */
  size: number;
  isInline: boolean;
  contentId?: string;
  contentBytes?: string;
}

export interface ExtendedProperty {
  id: string;
  value: string;
}

/** An open extension: `extensionName` and whatever its writer put next to it. */
export type OpenExtension = { extensionName: string } & Record<string, unknown>;

export interface Post {
  id: string;
  sender: Address;
  /** The group's own address, whoever wrote it. */
  from: Address;
  receivedDateTime: string;
  body: ItemBody;
  newParticipants: Address[];
  attachments: Attachment[];
  extendedProperties: ExtendedProperty[];
  multiValueProperties: { id: string; value: string[] }[];
  extensions: OpenExtension[];
  inReplyTo?: string;
}

export interface Thread {
  id: string;
  topic: string;
  createdAt: Date;
  toRecipients: Address[];
  ccRecipients: Address[];
  posts: Post[];
}

export interface Conversation {
  id: string;
  topic: string;
  createdAt: Date;
  lastDeliveredDateTime: string;
  threads: Thread[];
}
