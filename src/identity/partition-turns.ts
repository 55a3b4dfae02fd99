import { CodedError } from '../conversations/errors/coded-error.ts';
import { personKey, type Person } from '../conversations/person.ts';
import type { Lease, Leases } from '../conversations/ports/leases.ts';
import type { Timer } from '../conversations/ports/timer.ts';
import type { TokenPartitions } from '../conversations/ports/token-partitions.ts';
import { createTurns } from './turns.ts';

/** One person's tokens, for as long as a turn lasts. */
export interface Partition {
  read(): Promise<string | undefined>;
  write(contents: string): Promise<void>;
  forget(): Promise<void>;
}

/**
 * Uses a person's partition while nobody else does, in whatever instance, so that no newer refresh token is overwritten by
 * an older one and one request to Entra serves all who wait. What it writes is given up when its time was over.
 *
 * It throws CodedError SIGN_IN_UNAVAILABLE when its turn does not come, or was over before it wrote.
 */
export type PartitionTurns = <T>(person: Person, work: (partition: Partition) => Promise<T>) => Promise<T>;

export interface PartitionTurnsOptions {
  readonly partitions: TokenPartitions;
  readonly leases: Leases;
  readonly timer: Timer;
  /** How long a turn may last, and an instance that died blocks a person, in milliseconds. */
  readonly holdMs: number;
}

/** How soon a taken lease is asked for again, in milliseconds: doubled each time up to the longest. */
const pauses = { first: 10, longest: 160 };

export function createPartitionTurns(options: PartitionTurnsOptions): PartitionTurns {
  const { partitions, leases, timer, holdMs } = options;
  /** Those of this process wait for each other first: one of them at a time asks the database. */
  const turns = createTurns();

  async function takeLease(name: string): Promise<Lease> {
    let pause = pauses.first;
    // Somebody who died holds it for `holdMs` at most; as much again is left for others who wait.
    for (let waited = 0; waited <= 2 * holdMs; waited += pause) {
      const lease = await leases.take(name, holdMs);
      if (lease !== undefined) return lease;
      await timer.wait(pause);
      pause = Math.min(2 * pause, pauses.longest);
    }
    throw new CodedError('SIGN_IN_UNAVAILABLE', {}, { log: 'others use the person’s tokens for too long' });
  }

  return (person, work) => {
    const key = personKey(person);
    return turns(key, async () => {
      const lease = await takeLease(`tokens ${key}`);
      const inTime = async (): Promise<void> => {
        if (await lease.prolong()) return;
        throw new CodedError('SIGN_IN_UNAVAILABLE', {}, { log: 'the turn was over before it could write' });
      };
      try {
        return await work({
          read: () => partitions.read(person),
          write: async (contents) => {
            await inTime();
            await partitions.write(person, contents);
          },
          forget: async () => {
            await inTime();
            await partitions.forget(person);
          },
        });
      } finally {
        await lease.free();
      }
    });
  };
}
