/** `sent` is JSON without text: see `conversations/pace`. */
export interface MessagePaceRow {
  scope: string;
  sent: string;
  sent_at: number;
}
