/**
 * The tables as Kysely sees them. Times are epoch milliseconds, truth values 0 or 1, and whatever is `sealed` is
 * encrypted text: types that SQLite and PostgreSQL return alike.
 */
export interface Schema {
  requests: RequestRow;
  forms: FormRow;
  tickets: TicketRow;
  token_partitions: TokenPartitionRow;
  chats: ChatRow;
}

export interface RequestRow {
  id: string;
  source_key: string;
  content_hash: string;
  tenant_id: string;
  author_id: string;
  kind: string;
  state: string;
  waiting_for: string | null;
  reason_code: string | null;
  version: number;
  attempts: number;
  attempted_at: number | null;
  due_at: number | null;
  held_by: string | null;
  held_until: number | null;
  marker: number;
  group_id: string | null;
  created_conversation_id: string | null;
  created_thread_id: string | null;
  created_post_id: string | null;
  receipt_activity_id: string | null;
  receipt_version: number | null;
  created_at: number;
  updated_at: number;
  sealed: string;
}

export interface FormRow {
  id: string;
  tenant_id: string;
  person_id: string;
  chat_id: string;
  created_at: number;
  expires_at: number;
  sealed: string;
}

export interface TicketRow {
  kind: string;
  id: string;
  tenant_id: string;
  person_id: string;
  chat_id: string;
  expires_at: number;
  used_at: number | null;
  sealed: string | null;
}

export interface TokenPartitionRow {
  tenant_id: string;
  person_id: string;
  sealed: string;
}

export interface ChatRow {
  tenant_id: string;
  person_id: string;
  sealed: string;
}
