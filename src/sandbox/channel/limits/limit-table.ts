/** What a bot's requests are counted as. Changing and deleting a message counts as sending: nothing says that it does not. */
export type CountedAs = 'send' | 'create' | 'members' | 'tenant';

export interface Limit {
  readonly windowMs: number;
  readonly most: number;
}

const sending: readonly Limit[] = [
  { windowMs: 1_000, most: 7 },
  { windowMs: 2_000, most: 8 },
  { windowMs: 30_000, most: 60 },
  { windowMs: 3_600_000, most: 1_800 },
];

/**
 * What Teams allows one bot in one conversation (a chat with one person, a group chat, or a channel with all of its
 * threads), and in one tenant whatever it asks for.
 * Source: Teams platform, bots/how-to/rate-limit.
 */
export const teamsLimits: Readonly<Record<CountedAs, readonly Limit[]>> = {
  send: sending,
  create: sending,
  members: sending.map(({ windowMs, most }) => ({ windowMs, most: 2 * most })),
  tenant: [{ windowMs: 1_000, most: 50 }],
};
