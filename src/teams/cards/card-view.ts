/**
 * From what the server makes a card anew for whoever asks. It is part of the card, so it is public and proves nothing:
 * whose card it is says what is stored of it. What asks to watch is of whoever presses it, and nothing is stored.
 */
export type CardView =
  | { readonly view: 'receipt' | 'similar'; readonly requestId: string }
  | {
      readonly view: 'ticket';
      readonly ticket: string;
      readonly kind: 'delete-conversation' | 'forward-post';
    }
  | { readonly view: 'announcement'; readonly announcementId: string }
  | {
      readonly view: 'watch';
      readonly personId: string;
      readonly groupId: string;
      readonly groupName: string;
      readonly conversationId?: string;
      readonly topic?: string;
    };
