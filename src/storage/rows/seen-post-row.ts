/** A post that was read; times by Graph's clock. */
export interface SeenPostRow {
  group_key: string;
  post_id: string;
  thread_id: string;
  received_at: number;
  read_at: number;
}
