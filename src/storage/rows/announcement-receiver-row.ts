/** Somebody, or a chat, that is told. */
export interface AnnouncementReceiverRow {
  announcement_id: string;
  receiver_id: string;
  state: string;
  why: string | null;
  /** How often it was put off, and when first. */
  tries: number;
  tried_at: number | null;
  due_at: number | null;
  done_at: number | null;
  held_by: string | null;
  held_until: number | null;
  /** The name. */
  sealed: string | null;
}
