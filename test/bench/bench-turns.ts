import type { SandboxPerson, SandboxTenant } from '../../src/sandbox/tenant/tenant.ts';
import { startWorld, type World } from '../e2e/start-world.ts';
import { checkTurns } from './check-turns.ts';
import { measure } from './measure.ts';
import type { Figure } from './print-table.ts';
import { waitForReceipt } from './wait-for-receipt.ts';

export interface TurnOptions {
  /** Where the bot stores; SQLite in a folder of its own when empty. */
  database: Readonly<Record<string, string>>;
  /** How long is measured. */
  seconds: number;
  /** So many write at once, each in a chat of their own and to a group of their own, each one command after another. */
  people: number;
}

export interface TurnResult {
  figures: Figure[];
  /** What was not as it must be; none when all was well. */
  problems: string[];
}

/**
 * Starts conversations by commands in personal chats: the sandbox here, the real process in its own, real HTTP between them.
 * Everybody signs in and starts one conversation before anything is measured.
 */
export async function benchTurns({ database, seconds, people }: TurnOptions): Promise<TurnResult> {
  const world = await startWorld({ crowd: people, settings: { LOG_LEVEL: 'info', ...database } });
  try {
    const crowd = world.sandbox.tenant.people.slice(-people);
    for (const [n, { id }] of crowd.entries()) {
      world.sandbox.entra.consents.grant(id);
      addGroup(world.sandbox.tenant, n);
    }
    const topics: string[][] = crowd.map(() => []);
    const answers: number[] = [];
    const statuses: (number | undefined)[] = [];
    const turn = async (n: number, topic: string): Promise<void> => {
      topics[n]!.push(topic);
      const from = performance.now();
      const client = world.sandbox.clientOf(crowd[n]!.id);
      const { delivery } = await client.send('personal', commandFor(n, topic));
      answers.push(performance.now() - from);
      statuses.push(delivery?.status);
      await waitForReceipt(client, topic);
    };
    await Promise.all(crowd.map((_, n) => turn(n, `Warm ${n}`)));
    answers.length = 0;
    const receipts = await measure({ seconds, atOnce: people }, (n, round) => turn(n, `Topic ${n}-${round}`));
    return {
      figures: [
        { name: 'command → answered', each: answers, took: receipts.took },
        { name: 'command → receipt', ...receipts },
      ],
      problems: checkTurns(whatIsThere(world, crowd), { topics, statuses }),
    };
  } finally {
    await world.stop();
  }
}

const groupName = (n: number): string => `Bench ${n}`;

const commandFor = (n: number, topic: string): string =>
  `start "${topic}" in "${groupName(n)}": Hello all,\nhere is the plan for this week.`;

/** A group as *Finance* is one; nothing but its mailbox is limited, and nobody else writes to it. */
function addGroup(tenant: SandboxTenant, n: number): void {
  const finance = tenant.groups.find(({ displayName }) => displayName === 'Finance')!;
  const alias = `bench-${n}`;
  tenant.groups.push({
    ...finance,
    id: `bbbbbbbb-0000-4000-8000-${String(n).padStart(12, '0')}`,
    displayName: groupName(n),
    mailNickname: alias,
    mail: `${alias}@${tenant.domain}`,
    memberIds: tenant.people.slice(-8).map(({ id }) => id),
  });
}

/** What the mailboxes, the chats and the wire hold at the end. */
function whatIsThere(world: World, crowd: readonly SandboxPerson[]) {
  return {
    posts: world.traffic.count({ service: 'graph', method: 'POST', path: /\/conversations$/ }),
    inMailbox: crowd.map((_, n) => world.conversations(groupName(n)).map(({ topic }) => topic)),
    receipts: crowd.map(
      ({ id }) =>
        world.sandbox
          .clientOf(id)
          .messages('personal')
          .filter(({ cards }) => JSON.stringify(cards).includes('Conversation started')).length,
    ),
  };
}
