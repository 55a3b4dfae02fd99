export interface SubscriptionRow {
  group_key: string;
  tenant_id: string;
  group_id: string;
  state: string;
  subscription_id: string | null;
  holder_id: string | null;
  expires_at: number | null;
  renewed_at: number | null;
  failures: number;
  due_at: number | null;
  held_by: string | null;
  held_until: number | null;
  /** The client state. */
  sealed: string;
}
