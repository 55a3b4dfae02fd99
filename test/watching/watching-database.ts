import { Client } from 'pg';

/** What the bots' database says about watching, and how a test makes it later than it is. */
export interface WatchingDatabase {
  /** How the notices of posts ended whose ids these are: `delivered`, `unconfirmed`, and so on, per chat. */
  statesOf(postIds: readonly string[], chatId: string): Promise<string[]>;
  subscriptionOf(groupId: string): Promise<SubscriptionState | undefined>;
  /** A subscription was renewed an hour ago; `due`: and is due to be renewed. */
  ageSubscription(groupId: string, options: { due: boolean }): Promise<void>;
  /** How many notifications of a group were believed, and what else made it due. */
  hintsOf(groupId: string): Promise<number>;
  /** Whether Kickoff has tokens of somebody. */
  isSignedIn(personId: string): Promise<boolean>;
  /** Nobody's access is remembered any more. */
  forgetAccess(groupId: string): Promise<void>;
  close(): Promise<void>;
}

export interface SubscriptionState {
  readonly state: string;
  readonly subscription_id: string | null;
  readonly holder_id: string | null;
  readonly failures: number;
  readonly renewed_at: string | null;
}

const hour = 3_600_000;

export async function openWatchingDatabase(url: string): Promise<WatchingDatabase> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return {
    async statesOf(postIds, chatId) {
      const { rows } = await client.query<{ key: string; state: string }>(
        `select key, state from notice_items where kind = 'post' and chat_id = $1`,
        [chatId],
      );
      return postIds.flatMap((id) =>
        rows.filter(({ key }) => key.includes(JSON.stringify(id))).map(({ state }) => state),
      );
    },
    async subscriptionOf(groupId) {
      const { rows } = await client.query<SubscriptionState>(
        'select state, subscription_id, holder_id, failures, renewed_at from subscriptions where group_id = $1',
        [groupId],
      );
      return rows[0];
    },
    async ageSubscription(groupId, { due }) {
      await client.query(
        `update subscriptions set renewed_at = renewed_at - $2::bigint,
           due_at = case when $3 then 0 else due_at end where group_id = $1`,
        [groupId, hour, due],
      );
    },
    async hintsOf(groupId) {
      const { rows } = await client.query<{ hints: string }>(
        'select hints from watched_groups where group_id = $1',
        [groupId],
      );
      return Number(rows[0]?.hints ?? 0);
    },
    async isSignedIn(personId) {
      const { rows } = await client.query('select 1 from token_partitions where person_id = $1', [personId]);
      return rows.length > 0;
    },
    async forgetAccess(groupId) {
      await client.query('update watches set access_at = null where group_key like $1', [`%|${groupId}`]);
    },
    close: () => client.end(),
  };
}
