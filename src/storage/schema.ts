import type { AnnouncementCardRow } from './rows/announcement-card-row.ts';
import type { AnnouncementReceiverRow } from './rows/announcement-receiver-row.ts';
import type { AnnouncementRow } from './rows/announcement-row.ts';
import type { MessagePaceRow } from './rows/message-pace-row.ts';
import type { NoticeItemRow } from './rows/notice-item-row.ts';
import type { NoticePlaceRow } from './rows/notice-place-row.ts';
import type { PersonInstallRow } from './rows/person-install-row.ts';
import type { SeenPostRow } from './rows/seen-post-row.ts';
import type { SharedChatRow } from './rows/shared-chat-row.ts';
import type { SubscriptionRow } from './rows/subscription-row.ts';
import type { WatchRow } from './rows/watch-row.ts';
import type { WatchSettingsRow } from './rows/watch-settings-row.ts';
import type { WatchedGroupRow } from './rows/watched-group-row.ts';

/**
 * The tables as Kysely sees them. Times are epoch milliseconds, truth values 0 or 1, and whatever is `sealed` is
 * encrypted text: types that SQLite and PostgreSQL return alike.
 */
export interface Schema {
  requests: RequestRow;
  repeats: RepeatRow;
  receipts: ReceiptRow;
  follow_ups: FollowUpRow;
  claims: ClaimRow;
  group_slots: GroupSlotRow;
  tenant_facts: TenantFactsRow;
  forms: FormRow;
  attachments: AttachmentRow;
  tickets: TicketRow;
  token_partitions: TokenPartitionRow;
  chats: ChatRow;
  api_calls: ApiCallsRow;
  installations: InstallationRow;
  forgettings: ForgettingRow;
  leases: LeaseRow;
  challenges: ChallengeRow;
  chat_notes: ChatNoteRow;
  default_groups: DefaultGroupRow;
  watches: WatchRow;
  watched_groups: WatchedGroupRow;
  seen_posts: SeenPostRow;
  subscriptions: SubscriptionRow;
  notice_places: NoticePlaceRow;
  notice_items: NoticeItemRow;
  watch_settings: WatchSettingsRow;
  shared_chats: SharedChatRow;
  unreachable_people: UnreachablePersonRow;
  message_paces: MessagePaceRow;
  announcements: AnnouncementRow;
  announcement_receivers: AnnouncementReceiverRow;
  announcement_cards: AnnouncementCardRow;
  person_installs: PersonInstallRow;
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
  created_at: number;
  updated_at: number;
  /** Empty once the text is forgotten. */
  sealed: string;
  forgotten_at: number | null;
}

/** A source key that was answered with another's request, because it said the same. */
export interface RepeatRow {
  source_key: string;
  request_id: string;
}

/** The card that shows a request; due while it shows an older version than the wanted one. */
export interface ReceiptRow {
  request_id: string;
  activity_id: string | null;
  shown_version: number | null;
  wanted_version: number;
  due_at: number | null;
  /** Failures in a row. */
  attempts: number;
  held_by: string | null;
  held_until: number | null;
}

/** Which request a post in a mailbox belongs to. */
export interface ClaimRow {
  group_id: string;
  thread_id: string;
  post_id: string;
  request_id: string;
}

/** One of the numbered places at a group's mailbox, while it is taken. */
export interface GroupSlotRow {
  group_id: string;
  kind: string;
  place: number;
  slot: string;
  held_by: string;
  held_until: number;
}

/** What one caller of the API has used of the window that began then. */
export interface ApiCallsRow {
  caller: string;
  window_start: number;
  used: number;
}

export interface TenantFactsRow {
  tenant_id: string;
  refuses_marker: number;
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

/** Bytes of a file that is to be posted. */
export interface AttachmentRow {
  id: string;
  tenant_id: string;
  person_id: string;
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

/** A chat that the bot is in, as far as it was told. */
export interface InstallationRow {
  tenant_id: string;
  chat_id: string;
}

/** A person or a chat that is to be forgotten; due work. */
export interface ForgettingRow {
  id: string;
  tenant_id: string;
  person_id: string | null;
  chat_id: string | null;
  /** 1 when they asked for it themselves. */
  asked: number;
  /** When it began, by the clock of whoever began it. */
  since: number | null;
  due_at: number | null;
  held_by: string | null;
  held_until: number | null;
}

/** What one instance alone may use for the moment. */
export interface LeaseRow {
  name: string;
  lease: string;
  held_until: number;
}

/** What a person's next token has to show. */
export interface ChallengeRow {
  tenant_id: string;
  person_id: string;
  sealed: string;
}

/** What is kept for a while of a person in a chat. */
export interface ChatNoteRow {
  kind: string;
  tenant_id: string;
  person_id: string;
  chat_id: string;
  expires_at: number;
  sealed: string;
}

/** `person_id` is whoever chose the group. */
export interface DefaultGroupRow {
  tenant_id: string;
  chat_id: string;
  person_id: string;
  sealed: string;
}

export interface UnreachablePersonRow {
  tenant_id: string;
  person_id: string;
  reason: string;
}

/** What follows a created request. */
export interface FollowUpRow {
  request_id: string;
  /** Null once it is done, or given up. */
  due_at: number | null;
  attempts: number;
  held_by: string | null;
  held_until: number | null;
}
