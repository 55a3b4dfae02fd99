/** A group that is watched; due to be read. */
export interface WatchedGroupRow {
  group_key: string;
  tenant_id: string;
  group_id: string;
  /** By Graph's clock. */
  position: number;
  quiet: number;
  echoes: number;
  failures: number;
  hints: number;
  /** Since when every answer was 404. By Graph's clock. */
  gone_since: number | null;
  /** The last of these answers. */
  gone_at: number | null;
  reader: string | null;
  /** When it was read last, by the database's clock. */
  read_at: number | null;
  due_at: number | null;
  held_by: string | null;
  held_until: number | null;
}
