/** Something that a chat is told once. */
export interface NoticeItemRow {
  key: string;
  chat_id: string;
  place_key: string;
  group_key: string;
  conversation_key: string;
  tenant_id: string;
  person_id: string;
  kind: string;
  state: string;
  created_at: number;
  done_at: number | null;
  /** Forgotten as soon as it was shown. */
  sealed: string | null;
}
