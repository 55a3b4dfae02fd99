/** A notice to many; due while its receivers are gathered or told. */
export interface AnnouncementRow {
  id: string;
  source_key: string;
  content_hash: string;
  tenant_id: string;
  /** Null when an app alone sends it. */
  person_id: string | null;
  client: string | null;
  audience: string;
  state: string;
  /** 1 when all who are to be told are known. */
  gathered: number;
  reason_code: string | null;
  /** What its sentence needs, sealed. */
  reason: string | null;
  /** Where the next page of members begins, sealed. */
  position: string | null;
  /** Failures in a row of gathering. */
  failures: number;
  due_at: number | null;
  held_by: string | null;
  held_until: number | null;
  created_at: number;
  updated_at: number;
  ended_at: number | null;
  /** Empty once the text is forgotten. */
  sealed: string;
  forgotten_at: number | null;
}
