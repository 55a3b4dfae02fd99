/** The card that shows how far an announcement is; due when it may say something new. */
export interface AnnouncementCardRow {
  announcement_id: string;
  activity_id: string | null;
  /** What of the announcement it shows: state and counts. */
  shown: string | null;
  news: number;
  failures: number;
  due_at: number | null;
  held_by: string | null;
  held_until: number | null;
}
