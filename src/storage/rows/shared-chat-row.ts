/** `chat_id` is a channel's own, without a thread. */
export interface SharedChatRow {
  tenant_id: string;
  chat_id: string;
  sealed: string;
}
