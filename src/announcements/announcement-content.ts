/** A "start a conversation" form that the receiver posts as themselves; what is left out is empty in the form. */
export interface OfferedForm {
  /** Name, mail address or id of the group. */
  readonly group?: string;
  readonly topic?: string;
  /** Plain text or Markdown. */
  readonly body?: string;
  /** Mail addresses, separated by commas. */
  readonly people?: string;
}

/** The conversation that receivers are told about. */
export interface ToldConversation {
  readonly group: { readonly id: string; readonly name: string; readonly mail: string };
  readonly topic: string;
  readonly conversationId?: string;
  readonly threadId?: string;
  /** The beginning of what was posted, as plain text. */
  readonly preview: string;
}

/** What receivers read, as a card. */
export type AnnouncementContent =
  | {
      readonly kind: 'message';
      readonly title?: string;
      /** Plain text; line breaks stay. */
      readonly text: string;
      /** A button that opens a page (https). */
      readonly link?: { readonly title: string; readonly url: string };
      readonly form?: OfferedForm;
    }
  /** Somebody started a conversation, and tells the group's members in Teams. */
  | { readonly kind: 'conversation'; readonly conversation: ToldConversation };
