/** One file or card of a message, as the Bot Framework writes it. */
export interface ChatAttachment {
  contentType: string;
  content?: unknown;
  contentUrl?: string;
  name?: string;
}

export interface ChatSender {
  kind: 'person' | 'bot';
  /** `29:…` of a person, `28:…` of the bot. */
  id: string;
  name: string;
}

/** A message as the channel keeps it: the same for everybody in the chat. */
export interface ChatMessage {
  /** 13 digits, strictly increasing. */
  id: string;
  /** The personal chat's id, or the channel's id without its thread. */
  chatId: string;
  /** Id of the message that began the thread; its own id when it began one. Undefined in personal chats. */
  rootId: string | undefined;
  from: ChatSender;
  /** `29:…` of the only person who sees it (a targeted message); undefined: everybody in the chat. */
  onlyFor?: string | undefined;
  sentAt: Date;
  text: string;
  textFormat: 'plain' | 'markdown' | 'xml';
  attachments: readonly ChatAttachment[];
  /** What a notification says of a message of the bot; without it Teams says that a card was sent. */
  summary?: string;
  /** Grows with each change, so that a view knows when to draw anew. */
  revision: number;
  edited: boolean;
  deleted: boolean;
  /** What the bot's endpoint answered when this message was delivered; undefined while under way or not for the bot. */
  deliveryStatus: number | undefined;
}
