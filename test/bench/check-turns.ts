/** What is there after the turns, by person where it is a list. */
export interface AfterTurns {
  /** Conversations that were posted, on the wire. */
  posts: number;
  /** Topics in the mailbox of the person's group. */
  inMailbox: readonly (readonly string[])[];
  /** Cards in the person's chat that say that a conversation was started. */
  receipts: readonly number[];
}

/** What was done, by person. */
export interface DoneTurns {
  topics: readonly (readonly string[])[];
  /** The bot's HTTP statuses. */
  statuses: readonly (number | undefined)[];
}

/** Each command was answered with 200, posted exactly once, and has exactly one receipt; answers what is otherwise. */
export function checkTurns({ posts, inMailbox, receipts }: AfterTurns, done: DoneTurns): string[] {
  const problems: string[] = [];
  const { statuses, topics } = done;
  const refused = statuses.filter((status) => status !== 200);
  if (refused.length > 0) problems.push(`${refused.length} answers were not 200: ${refused[0]}`);
  const count = topics.flat().length;
  if (posts !== count) problems.push(`${count} commands led to ${posts} POSTs`);
  for (const [n, wanted] of topics.entries()) {
    const [is, should] = [inMailbox[n]!, wanted].map((list) => list.toSorted().join('\n'));
    if (is !== should) problems.push(`the mailbox of group ${n} does not hold each topic once`);
    if (receipts[n] !== wanted.length)
      problems.push(`person ${n} has ${receipts[n]} receipts for ${wanted.length} commands`);
  }
  return problems;
}
