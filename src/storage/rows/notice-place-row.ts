/** A chat in which notices are shown; due while something waits to be shown. */
export interface NoticePlaceRow {
  place_key: string;
  failures: number;
  news: number;
  due_at: number | null;
  held_by: string | null;
  held_until: number | null;
}
