export interface WatchRow {
  id: string;
  tenant_id: string;
  person_id: string;
  chat_id: string;
  place_key: string;
  group_key: string;
  state: string;
  paused_for: string | null;
  lacks: string | null;
  /** 1 once the watcher was told. */
  too_large: number | null;
  /** By Graph's clock. */
  since: number;
  access_at: number | null;
  created_at: number;
  ended_at: number | null;
  sealed: string;
}
