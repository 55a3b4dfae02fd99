import type { Schema } from './schema.ts';

/** What happens to a table's rows when a person (or a chat) is forgotten. */
export type ForgettingRule =
  /** Deleted at once: rows of the person, by `tenant_id` and `person_id`; of a chat, by `tenant_id` and `chat_id`. */
  | { readonly rows: 'deleted'; readonly of: readonly ('person' | 'chat')[] }
  /** Deleted when nothing of the person's has to be settled any more, because settling needs it. */
  | { readonly rows: 'deleted last'; readonly of: readonly ['person'] }
  /** Keys stay, so that nothing is posted twice; every text goes. */
  | { readonly rows: 'emptied' }
  /** Holds no text and nothing about a person but ids. */
  | { readonly rows: 'kept'; readonly why: string };

/** Every table there is. A new one has to be named here: a test compares this list with the database. */
export const forgettingRules: { readonly [Table in keyof Schema]: ForgettingRule } = {
  requests: { rows: 'emptied' },
  forms: { rows: 'deleted', of: ['person', 'chat'] },
  tickets: { rows: 'deleted', of: ['person', 'chat'] },
  chats: { rows: 'deleted', of: ['person'] },
  chat_notes: { rows: 'deleted', of: ['person', 'chat'] },
  default_groups: { rows: 'deleted', of: ['person', 'chat'] },
  token_partitions: { rows: 'deleted last', of: ['person'] },
  challenges: { rows: 'deleted', of: ['person'] },
  leases: { rows: 'kept', why: 'who of the instances uses what, for seconds; swept' },
  attachments: { rows: 'deleted last', of: ['person'] },
  repeats: { rows: 'kept', why: 'source keys of repeats, so that they start nothing when they come again' },
  receipts: { rows: 'kept', why: 'ids of messages, which the chats themselves keep' },
  follow_ups: { rows: 'kept', why: 'ids of requests, so that what follows them is done once' },
  claims: { rows: 'kept', why: 'ids of posts: a post is never taken for another request’s' },
  group_slots: { rows: 'kept', why: 'places at a mailbox, for as long as one request to it takes' },
  tenant_facts: { rows: 'kept', why: 'about the tenant, not about anybody in it' },
  api_calls: { rows: 'kept', why: 'ids and a number, for the hour that the longest window takes' },
  installations: {
    rows: 'kept',
    why: 'ids of chats that the bot is in; gone as soon as it is removed there',
  },
  watches: { rows: 'deleted', of: ['person', 'chat'] },
  watch_settings: { rows: 'deleted', of: ['person'] },
  notice_items: { rows: 'deleted', of: ['person', 'chat'] },
  notice_places: { rows: 'kept', why: 'ids of chats that something waits for; swept when nothing does' },
  watched_groups: { rows: 'kept', why: 'ids of groups; gone when nobody watches them any more' },
  seen_posts: { rows: 'kept', why: 'ids of posts, for some minutes' },
  subscriptions: {
    rows: 'kept',
    why: 'ids and a secret of a group’s subscription; gone when nobody watches it',
  },
  shared_chats: { rows: 'deleted', of: ['chat'] },
  unreachable_people: { rows: 'deleted', of: ['person'] },
  announcements: { rows: 'emptied' },
  announcement_receivers: { rows: 'emptied' },
  announcement_cards: { rows: 'kept', why: 'ids of messages, states and counts' },
  message_paces: {
    rows: 'kept',
    why: 'ids of chats and people, and counts of messages, for two hours; swept',
  },
  person_installs: {
    rows: 'kept',
    why: 'ids of people who removed Kickoff, so that it is not installed for them again',
  },
  forgettings: { rows: 'kept', why: 'who is to be forgotten; gone when that is done' },
};
